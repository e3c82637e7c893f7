import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { RevealHistory } from "@/components/services/login-details/reveal-history";
import { ServiceLogins } from "@/components/services/login-details/service-logins";
import { DeliveriesTable } from "@/components/services/provisioning/deliveries-table";
import { RenameForm } from "@/components/services/services/rename-form";
import { ServiceFacts } from "@/components/services/services/service-facts";
import { ServiceNotice } from "@/components/services/services/service-notice";
import { ServiceState } from "@/components/services/services/service-state";
import { ServiceToCome } from "@/components/services/services/service-to-come";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import { listCredentials } from "@/lib/services/login-details/list-credentials";
import { listReveals } from "@/lib/services/login-details/list-reveals";
import { revealCredential } from "@/lib/services/login-details/reveal-credential";
import { listDeliveries } from "@/lib/services/provisioning/list-deliveries";
import { resendDelivery } from "@/lib/services/provisioning/resend-delivery";
import { keepPlan } from "@/lib/services/services/keep-plan";
import { viewPlanChoices } from "@/lib/services/services/plan-choices";
import { previewCancellation } from "@/lib/services/services/preview-cancellation";
import { renameService } from "@/lib/services/services/rename-service";
import { undoCancellation } from "@/lib/services/services/undo-cancellation";
import { viewService } from "@/lib/services/services/view-service";
import { viewSetUp } from "@/lib/services/services/view-set-up";
import { ticketChoices } from "@/lib/support/tickets/ticket-choices";

export const generateMetadata = (): Metadata => ({ title: t("Service") });

export default accountPage(async ({ execute, may, action, askFor, base, params, actor }) => {
  const service = await execute(viewService, { serviceId: params.serviceId ?? "" });
  const { name, status, description, logins } = service;
  const here = `${base}/services/${service.id}`;
  const deliveries = may(listDeliveries) ? await execute(listDeliveries, { serviceId: service.id }) : null;
  const reveals = service.hasLogin && may(listReveals) ? await execute(listReveals, { serviceId: service.id }) : null;
  const askForLogins = service.hasLogin && !logins && (await askFor(revealCredential, service.id));
  const ended = status === "cancelled";
  return (
    <>
      <PageHeader
        title={name}
        mark={<ServiceState {...service} />}
        description={description}
        breadcrumb={[{ label: t("Services"), href: `${base}/services` }]}
        actions={
          !ended && (
            <>
              {service.settingUp && may(viewSetUp) && (
                <ButtonLink href={`${here}/set-up`} variant="primary">
                  {t("Complete set-up")}
                </ButtonLink>
              )}
              {status !== "pending" && !service.settingUp && may(listCredentials) && (
                <ButtonLink href={`${here}/credentials`}>{t("Manage credentials")}</ButtonLink>
              )}
              {may(ticketChoices) && (
                <ButtonLink href={`${base}/tickets/new?service=${service.id}`}>{t("Open ticket")}</ButtonLink>
              )}
              {status === "active" && may(viewPlanChoices) && (
                <ButtonLink href={`${here}/change-plan`}>{t("Change plan")}</ButtonLink>
              )}
              {!service.endsAt && may(previewCancellation) && (
                <ButtonLink href={`${here}/cancel`} variant="danger-quiet">
                  {t("Cancel service…")}
                </ButtonLink>
              )}
            </>
          )
        }
      />
      <ServiceNotice service={service} unpaidHref={`${base}/invoices?status=overdue`} format={actor} />
      <ServiceToCome
        service={service}
        undoCancellation={may(undoCancellation) ? action(undoCancellation, here) : undefined}
        keepPlan={may(keepPlan) ? action(keepPlan, here) : undefined}
        format={actor}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title={t("Details")}>
          <ServiceFacts service={service} format={actor} />
        </Panel>
        {deliveries && deliveries.items.length > 0 && (
          <Panel title={t("Provisioning")} description={t("Only shown to staff.")} flush>
            <DeliveriesTable serviceId={service.id} list={deliveries} resend={action(resendDelivery)} format={actor} />
          </Panel>
        )}
        <div className="flex flex-col gap-4">
          {logins && (
            <ServiceLogins service={service} logins={logins} action={action(revealCredential)} pageHref={here} />
          )}
          {askForLogins && (
            <Panel title={t("Credentials")} description={t("You need “View credentials” to reveal them.")}>
              {askForLogins}
            </Panel>
          )}
          {reveals && (
            <RevealHistory
              reveals={reveals}
              activityHref={`${base}/activity?operation=services.reveal`}
              format={actor}
            />
          )}
          {!ended && may(renameService) && (
            <Panel title={t("Rename")}>
              <RenameForm service={service} action={action(renameService)} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
});
