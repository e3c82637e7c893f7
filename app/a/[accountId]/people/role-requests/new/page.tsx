import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { AskForm } from "@/components/accounts/role-requests/ask-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { askForRole } from "@/lib/accounts/role-requests/ask-for-role";
import { listRoleRequests } from "@/lib/accounts/role-requests/list-role-requests";
import { localDay } from "@/lib/platform/kernel/local-day";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Ask us to add someone") });

export default accountPage(async ({ execute, action, base, actor, realNow: now }) => {
  await execute(listRoleRequests, {});
  const list = `${base}/people/role-requests`;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t("Ask us to add someone")}
        description={t(
          "Our staff set it up and send you a receipt. Because you're signed in, nobody has to confirm it.",
        )}
        breadcrumb={[
          { label: t("People"), href: `${base}/people` },
          { label: t("Role requests"), href: list },
        ]}
      />
      <Panel>
        <AskForm
          action={action(askForRole, `${list}/{requestId}?done=asked`)}
          idempotencyKey={randomUUID()}
          cancelHref={list}
          today={localDay(now, actor.timeZone)}
        />
      </Panel>
    </div>
  );
});
