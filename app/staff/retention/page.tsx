import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { RetentionForm } from "@/components/accounts/retention/retention-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { setRetention } from "@/lib/accounts/retention/set-retention";
import { viewRetention } from "@/lib/accounts/retention/view-retention";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Retention") });

export default personPage(async ({ execute, action }) => {
  const retention = await execute(viewRetention, {});
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHeader
        title={t("Retention")}
        description={t("How long the activity logs of all accounts are kept. Customers see it below their log.")}
      />
      <Panel title={t("Activity log")}>
        <RetentionForm key={retention.version} retention={retention} action={action(setRetention)} />
      </Panel>
    </div>
  );
});
