import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { SetUpTask } from "@/lib/services/services/schema";

/** What staff need to set a service up, including the customer's note. */
export function SetUpFacts({ task, format }: { task: SetUpTask; format: ViewerFormat }) {
  const { product, location, options, paidAt, order } = task;
  return (
    <KeyValueList
      items={[
        { label: "Product", value: product },
        { label: "Location", value: location },
        ...(options.length > 0 ? [{ label: "Options", value: options.join(", ") }] : []),
        { label: "Paid", value: <DateTime value={paidAt} style="dateTime" format={format} /> },
        ...(order ? [{ label: "Order", value: `#${order.number}, placed by ${order.placedBy}` }] : []),
        ...(order?.note
          ? [{ label: "Note", value: <span className="wrap-anywhere whitespace-pre-line">{order.note}</span> }]
          : []),
      ]}
    />
  );
}
