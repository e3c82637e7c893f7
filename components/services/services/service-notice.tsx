import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
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
      <Callout className="mb-4" title="Awaiting first payment">
        {order && (
          <>
            Order #{order.number} was placed on <DateTime value={order.placedAt} style="dateTime" format={format} />.{" "}
          </>
        )}
        We'll set up the service as soon as its invoice is paid.
      </Callout>
    );
  }
  if (status === "active" && settingUp) {
    return (
      <Callout className="mb-4" title="Setting up">
        We're setting up this service. {hasLogin && "Its credentials will appear here when it's ready. "}Everyone who
        gets service notifications will be emailed.
      </Callout>
    );
  }
  if (status === "suspended" && stoppedForDebt) {
    return (
      <Callout
        kind="warning"
        className="mb-4"
        title="This service is suspended because of an unpaid invoice"
        actions={<ButtonLink href={unpaidHref}>View overdue invoices</ButtonLink>}
      >
        The service is offline and its data is kept. It's restored shortly after all overdue invoices are paid.
      </Callout>
    );
  }
  if (status === "suspended") {
    return (
      <Callout kind="warning" className="mb-4" title="This service is suspended">
        The service is offline and its data is kept. Contact support to find out why and to have it restored.
      </Callout>
    );
  }
  if (status === "cancelled") {
    return (
      <Callout className="mb-4" title="This service was cancelled">
        It stopped
        {cancelledAt && (
          <>
            {" "}
            on <DateTime value={cancelledAt} format={format} />
          </>
        )}{" "}
        and can't be restored. It stays listed for your records.
      </Callout>
    );
  }
  return null;
}
