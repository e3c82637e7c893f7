import type { Metadata } from "next";
import { settingsOperations } from "@/app/a/[accountId]/view-operations";
import { accountPage } from "@/app/page-context";
import { AreasForm } from "@/components/accounts/settings/areas-form";
import { SettingsTabs } from "@/components/accounts/settings/settings-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { changeAreas } from "@/lib/accounts/settings/change-areas";
import { viewAreas } from "@/lib/accounts/settings/view-areas";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Areas") });

export default accountPage(async ({ execute, may, action, base }) => {
  const areas = await execute(viewAreas, {});
  return (
    <>
      <PageHeader
        title={t("Settings")}
        description={t("Turn off areas you don't use. Billing, services, support and people are always on.")}
      />
      <SettingsTabs base={base} active="/areas" opens={(path) => may(settingsOperations[path])} />
      <AreasForm {...areas} action={action(changeAreas)} />
    </>
  );
});
