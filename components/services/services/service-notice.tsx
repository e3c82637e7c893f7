import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { ServiceDetail } from "@/lib/services/services/schema";

export type ServiceNoticeProps = {
  service: ServiceDetail;
  /** Link to the unpaid invoices. */
  unpaidHref: string;
  format: ViewerFormat;
};

/** Why a service isn't running, and what happens next. */
export function ServiceNotice({ service, unpaidHref, format }: ServiceNoticeProps) {
  const { status, settingUp, hasLogin, order, cancelledAt, stoppedForDebt } = service;
  if (status === "pending") {
    return (
      <Callout className="mb-4" title={t("Awaiting first payment")}>
        {order && (
          <>
            {rich("Order #{number} was placed on {date}.", {
              number: order.number,
              date: <DateTime value={order.placedAt} style="dateTime" format={format} />,
            })}{" "}
          </>
        )}
        {t("We'll set up the service as soon as its invoice is paid.")}
      </Callout>
    );
  }
  if (status === "active" && settingUp) {
    return (
      <Callout className="mb-4" title={t("Setting up")}>
        {t("We're setting up this service.")} {hasLogin && `${t("Its credentials will appear here when it's ready.")} `}
        {t("Everyone who gets service notifications will be emailed.")}
      </Callout>
    );
  }
  if (status === "suspended" && stoppedForDebt) {
    return (
      <Callout
        kind="warning"
        className="mb-4"
        title={t("This service is suspended because of an unpaid invoice")}
        actions={<ButtonLink href={unpaidHref}>{t("View overdue invoices")}</ButtonLink>}
      >
        {t("The service is offline and its data is kept. It's restored shortly after all overdue invoices are paid.")}
      </Callout>
    );
  }
  if (status === "suspended") {
    return (
      <Callout kind="warning" className="mb-4" title={t("This service is suspended")}>
        {t("The service is offline and its data is kept. Contact support to find out why and to have it restored.")}
      </Callout>
    );
  }
  if (status === "cancelled") {
    return (
      <Callout className="mb-4" title={t("This service was cancelled")}>
        {cancelledAt
          ? rich("It stopped on {date} and can't be restored. It stays listed for your records.", {
              date: <DateTime value={cancelledAt} format={format} />,
            })
          : t("It stopped and can't be restored. It stays listed for your records.")}
      </Callout>
    );
  }
  return null;
}
