import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { BusinessHoursForm } from "@/components/support/service-levels/business-hours-form";
import { DeskTabs } from "@/components/support/service-levels/desk-tabs";
import { TargetsForm } from "@/components/support/service-levels/targets-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import { updateBusinessHours } from "@/lib/support/service-levels/update-business-hours";
import { updateTargets } from "@/lib/support/service-levels/update-targets";
import { viewServiceLevels } from "@/lib/support/service-levels/view-service-levels";

export const generateMetadata = (): Metadata => ({ title: t("Service levels") });

export default personPage(async ({ execute, action }) => {
  const { calendar, levels } = await execute(viewServiceLevels, {});
  return (
    <>
      <PageHeader title={t("Support desk settings")} breadcrumb={[{ label: t("Tickets"), href: "/staff/tickets" }]} />
      <DeskTabs active="service-levels" />
      <div className="grid gap-4">
        <Panel
          title={t("Targets")}
          description={t(
            "In business hours. The clock runs while a ticket waits for staff and stands still while it waits for the customer. Leave a field empty for no target.",
          )}
        >
          <TargetsForm
            key={calendar.version}
            levels={levels}
            version={calendar.version}
            action={action(updateTargets)}
          />
        </Panel>
        <Panel title={t("Business hours")}>
          <BusinessHoursForm key={calendar.version} calendar={calendar} action={action(updateBusinessHours)} />
        </Panel>
      </div>
    </>
  );
});
