import { accountPage } from "@/app/page-context";
import { AreasForm } from "@/components/accounts/settings/areas-form";
import { SettingsTabs } from "@/components/accounts/settings/settings-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { changeAreas } from "@/lib/accounts/settings/change-areas";
import { viewAreas } from "@/lib/accounts/settings/view-areas";

export const metadata = { title: "Areas" };

export default accountPage(async ({ execute, can, action, base }) => {
  const areas = await execute(viewAreas, {});
  return (
    <>
      <PageHeader
        title="Settings"
        description="Turn off what the account does not use. Billing, services, support and people are always on."
      />
      <SettingsTabs base={base} active="/areas" can={can} />
      <AreasForm {...areas} action={action(changeAreas)} />
    </>
  );
});
