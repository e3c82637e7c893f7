import { Price } from "@/components/services/catalogue/price";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { PlanPreview } from "@/lib/services/services/schema";
import { PlanCost } from "./plan-cost";
import { PriceBox } from "./price-box";

export type PlanPriceProps = { preview: PlanPreview; format: ViewerFormat };

/** The price of the plan change as currently chosen. */
export function PlanPrice({ preview, format }: PlanPriceProps) {
  const { money, when, startsAt } = preview;
  if (!money) return null;
  return (
    <PriceBox
      status={
        <>
          <Money value={money.due} format={format} /> due today, <Money value={money.renewal} format={format} /> at the
          next renewal
        </>
      }
    >
      <p className="mb-2 text-ink-soft">
        <Price value={money.price} locale={format.locale} /> excluding tax,{" "}
        {when === "now" ? (
          "effective immediately"
        ) : (
          <>
            effective <DateTime value={startsAt} format={format} />
          </>
        )}
      </p>
      <PlanCost preview={preview} money={money} format={format} />
    </PriceBox>
  );
}
