import { Price } from "@/components/services/catalogue/price";
import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { PlanPreview } from "@/lib/services/services/schema";
import { PlanCost } from "./plan-cost";

export type PlanSummaryProps = { preview: PlanPreview; before: string; format: ViewerFormat };

/** What a plan change means: what is credited, what is charged now, and when it takes effect. */
export function PlanSummary({ preview, before, format }: PlanSummaryProps) {
  const { product, options, term, when, startsAt, renewsAt, money } = preview;
  return (
    <>
      <KeyValueList
        items={[
          { label: "Current plan", value: before },
          { label: "New plan", value: product },
          ...options.map(({ name, choice }) => ({ label: name, value: choice })),
          { label: "Effective", value: when === "now" ? "Immediately" : <DateTime value={startsAt} format={format} /> },
          {
            label: when === "now" ? "Renews" : "Then renews",
            value: when === "now" ? <DateTime value={renewsAt} format={format} /> : `Every ${term}`,
          },
          ...(money
            ? [{ label: "Price excluding tax", value: <Price value={money.price} locale={format.locale} /> }]
            : []),
        ]}
      />
      {money && (
        <div className="mt-4">
          <PlanCost preview={preview} money={money} format={format} />
        </div>
      )}
    </>
  );
}
