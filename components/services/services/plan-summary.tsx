import { Price } from "@/components/services/catalogue/price";
import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
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
          { label: t("Current plan"), value: before },
          { label: t("New plan"), value: product },
          ...options.map(({ name, choice }) => ({ label: name, value: choice })),
          {
            label: t("Effective"),
            value: when === "now" ? t("Immediately") : <DateTime value={startsAt} format={format} />,
          },
          {
            label: when === "now" ? t("Renews") : t("Then renews"),
            value:
              when === "now" ? (
                <DateTime value={renewsAt} format={format} />
              ) : (
                t("Every {interval, select, month {month} other {year}}", { interval: term })
              ),
          },
          ...(money
            ? [{ label: t("Price excluding tax"), value: <Price value={money.price} locale={format.locale} /> }]
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
