import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { ServiceDetail } from "@/lib/services/core/schema";

export type ServiceNoticeProps = {
  service: ServiceDetail;
  /** Where the invoices are that have to be paid. */
  unpaidHref: string;
  format: ViewerFormat;
};

/** Why a service does not run, and what happens next. */
export function ServiceNotice({ service, unpaidHref, format }: ServiceNoticeProps) {
  const { status, settingUp, hasLogin, order, cancelledAt, stoppedForDebt } = service;
  if (status === "pending") {
    return (
      <Callout className="mb-4" title="This service waits for its first payment">
        {order && (
          <>
            Order #{order.number} was placed on <DateTime value={order.placedAt} style="dateTime" format={format} />.{" "}
          </>
        )}
        We set it up as soon as its invoice is paid.
      </Callout>
    );
  }
  if (status === "active" && settingUp) {
    return (
      <Callout className="mb-4" title="Setting up">
        We are setting this service up. {hasLogin ? "Its login details appear here when it is ready, and a" : "A"} mail
        goes to everybody who receives service notices.
      </Callout>
    );
  }
  if (status === "suspended" && stoppedForDebt) {
    return (
      <Callout
        kind="warning"
        className="mb-4"
        title="This service is suspended: an invoice was not paid"
        actions={<ButtonLink href={unpaidHref}>See what is overdue</ButtonLink>}
      >
        It does not run at the moment; its data is kept. It runs again soon after everything overdue is paid.
      </Callout>
    );
  }
  if (status === "suspended") {
    return (
      <Callout kind="warning" className="mb-4" title="This service is suspended">
        It does not run at the moment; its data is kept. Our support can tell you why and bring it back.
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
        and cannot be brought back. It stays in the list for your records.
      </Callout>
    );
  }
  return null;
}
