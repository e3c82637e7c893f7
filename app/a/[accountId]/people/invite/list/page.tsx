import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { ListForm } from "@/components/accounts/people/list-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { addMany } from "@/lib/accounts/access/add-many";
import { viewInviteChoices } from "@/lib/accounts/access/invite-choices";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Invite by a list") });

export default accountPage(async ({ execute, action, base }) => {
  await execute(viewInviteChoices, {});
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("Invite by a list")}
        description={t("Up to 500 people at a time. The list is checked before anybody is invited.")}
        breadcrumb={[
          { label: t("People"), href: `${base}/people` },
          { label: t("Invite person"), href: `${base}/people/invite` },
        ]}
      />
      <Panel>
        <ListForm
          action={action(addMany)}
          idempotencyKey={randomUUID()}
          invitationsHref={`${base}/people/invitations`}
        />
      </Panel>
    </div>
  );
});
