import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { DeliveriesTable } from "@/components/services/provisioning/deliveries-table";
import { SetUpFacts } from "@/components/services/services/set-up-facts";
import { SetUpForm } from "@/components/services/services/set-up-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import { listDeliveries } from "@/lib/services/provisioning/list-deliveries";
import { resendDelivery } from "@/lib/services/provisioning/resend-delivery";
import { completeSetUp } from "@/lib/services/services/complete-set-up";
import { viewSetUp } from "@/lib/services/services/view-set-up";

export const generateMetadata = (): Metadata => ({ title: t("Set up service") });

export default accountPage(async ({ execute, action, base, params, actor }) => {
  const task = await execute(viewSetUp, { serviceId: params.serviceId ?? "" });
  const deliveries = await execute(listDeliveries, { serviceId: task.id });
  const service = `${base}/services/${task.id}`;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t("Set up {name}", { name: task.name })}
        breadcrumb={[
          { label: t("Setup queue"), href: "/staff/services" },
          { label: task.name, href: service },
        ]}
      />
      <Panel title={t("Order details")} className="mb-4">
        <SetUpFacts task={task} format={actor} />
      </Panel>
      {deliveries.items.length > 0 && (
        <Panel title={t("Provisioning")} className="mb-4" flush>
          <DeliveriesTable serviceId={task.id} list={deliveries} resend={action(resendDelivery)} format={actor} />
        </Panel>
      )}
      <Panel
        title={task.hasLogin ? t("Credentials") : t("Complete the set-up")}
        description={
          task.hasLogin
            ? t("The customer can reveal them as soon as you complete the set-up.")
            : t("This product has no credentials. Complete the set-up once the service is running.")
        }
      >
        <SetUpForm task={task} action={action(completeSetUp, "/staff/services")} cancelHref="/staff/services" />
      </Panel>
    </div>
  );
});
