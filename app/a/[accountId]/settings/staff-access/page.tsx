import type { Metadata } from "next";
import { settingsOperations } from "@/app/a/[accountId]/view-operations";
import { accountPage } from "@/app/page-context";
import { SettingsTabs } from "@/components/accounts/settings/settings-tabs";
import { EarlierAccessPanel } from "@/components/accounts/staff-access/earlier-access-panel";
import { StaffAccessPanel } from "@/components/accounts/staff-access/staff-access-panel";
import { PageHeader } from "@/components/ui/page-header";
import { closeStaffAccess } from "@/lib/accounts/staff-access/close-staff-access";
import { openStaffAccess } from "@/lib/accounts/staff-access/open-staff-access";
import { viewStaffAccess } from "@/lib/accounts/staff-access/view-staff-access";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Staff access") });

export default accountPage(async ({ execute, may, action, base, actor }) => {
  const access = await execute(viewStaffAccess, {});
  return (
    <>
      <PageHeader title={t("Settings")} description={t("What your provider's staff can see of this account.")} />
      <SettingsTabs base={base} active="/staff-access" opens={(path) => may(settingsOperations[path])} />
      <div className="flex flex-col gap-4">
        <StaffAccessPanel
          access={access}
          format={actor}
          open={may(openStaffAccess) ? action(openStaffAccess) : undefined}
          close={action(closeStaffAccess)}
        />
        <EarlierAccessPanel earlier={access.earlier} format={actor} />
      </div>
    </>
  );
});
