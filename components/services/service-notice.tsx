import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import type { ViewerFormat } from "@/lib/kernel/viewer-format";
import type { ServiceDetail } from "@/lib/services/schema";

/** Why a service does not run, and what happens next. */
export function ServiceNotice({ service, format }: { service: ServiceDetail; format: ViewerFormat }) {
  const { status, order, cancelledAt } = service;
  if (status === "pending") {
    return (
      <Callout className="mb-4" title="This service waits for its first payment">
        {order && (
          <>
            Order #{order.number} was placed on <DateTime value={order.placedAt} style="dateTime" format={format} />.{" "}
          </>
        )}
        It is set up when its invoice is paid; its login details appear here then.
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
