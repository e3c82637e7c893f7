import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { locationInWords } from "@/lib/services/core/schema";
import type { SetUpTask } from "@/lib/services/services/schema";

/** What staff need to set a service up, including the customer's note. */
export function SetUpFacts({ task, format }: { task: SetUpTask; format: ViewerFormat }) {
  const { product, location, options, paidAt, order } = task;
  return (
    <KeyValueList
      items={[
        { label: t("Product"), value: product },
        { label: t("Location"), value: locationInWords(location) },
        ...(options.length > 0 ? [{ label: t("Options"), value: options.join(", ") }] : []),
        { label: t("Paid@@on"), value: <DateTime value={paidAt} style="dateTime" format={format} /> },
        ...(order
          ? [
              {
                label: t("Order@@purchase"),
                value: t("#{number}, placed by {name}", { number: order.number, name: order.placedBy }),
              },
            ]
          : []),
        ...(order?.note
          ? [
              {
                label: t("Note@@order"),
                value: <span className="wrap-anywhere whitespace-pre-line">{order.note}</span>,
              },
            ]
          : []),
      ]}
    />
  );
}
