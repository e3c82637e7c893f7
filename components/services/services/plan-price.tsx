import { Price } from "@/components/services/catalogue/price";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import type { PlanPreview } from "@/lib/services/services/schema";
import { PlanCost } from "./plan-cost";
import { PriceBox } from "./price-box";

export type PlanPriceProps = { preview: PlanPreview; format: ViewerFormat };

/** The price of the plan change as currently chosen. */
export function PlanPrice({ preview, format }: PlanPriceProps) {
  const { money, when, startsAt } = preview;
  if (!money) return null;
  const price = <Price value={money.price} locale={format.locale} />;
  return (
    <PriceBox
      status={rich("{due} due today, {renewal} at the next renewal", {
        due: <Money value={money.due} format={format} />,
        renewal: <Money value={money.renewal} format={format} />,
      })}
    >
      <p className="mb-2 text-ink-soft">
        {when === "now"
          ? rich("{price} excluding tax, effective immediately", { price })
          : rich("{price} excluding tax, effective {date}", {
              price,
              date: <DateTime value={startsAt} format={format} />,
            })}
      </p>
      <PlanCost preview={preview} money={money} format={format} />
    </PriceBox>
  );
}
