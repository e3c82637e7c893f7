import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { NoticesForm } from "@/components/accounts/access/notices-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { viewNoticeChoices } from "@/lib/accounts/access/notice-choices";
import { addNonMember } from "@/lib/accounts/people/add-non-member";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Add notification-only contact") });

export default accountPage(async ({ execute, action, base }) => {
  const { notices } = await execute(viewNoticeChoices, {});
  const list = `${base}/people/notices-only`;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t("Add notification-only contact")}
        description={t("They get notifications by email but can't sign in. This can be a person or a shared mailbox.")}
        breadcrumb={[
          { label: t("People"), href: `${base}/people` },
          { label: t("Notification-only"), href: list },
        ]}
      />
      <Panel>
        <NoticesForm
          action={action(addNonMember, `${base}/people/{contactId}?done=added`)}
          notices={notices}
          idempotencyKey={randomUUID()}
          cancelHref={list}
        />
      </Panel>
    </div>
  );
});
