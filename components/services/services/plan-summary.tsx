import { Price } from "@/components/services/catalogue/price";
import { InvoicePreviewTable } from "@/components/services/orders/invoice-preview";
import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Money } from "@/components/ui/money";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { PlanPreview } from "@/lib/services/core/schema";

export type PlanSummaryProps = { preview: PlanPreview; before: string; format: ViewerFormat };

/** What a change of plan brings: what is credited, what is charged now, and from when it holds. */
export function PlanSummary({ preview, before, format }: PlanSummaryProps) {
  const { product, options, term, when, startsAt, renewsAt, money } = preview;
  const { locale } = format;
  return (
    <>
      <KeyValueList
        items={[
          { label: "Before", value: before },
          { label: "After", value: product },
          ...options.map(({ name, choice }) => ({ label: name, value: choice })),
          { label: "From", value: when === "now" ? "Now" : <DateTime value={startsAt} format={format} /> },
          {
            label: when === "now" ? "Renews" : "Then renews",
            value: when === "now" ? <DateTime value={renewsAt} format={format} /> : `Every ${term}`,
          },
          ...(money ? [{ label: "Price without tax", value: <Price value={money.price} locale={locale} /> }] : []),
        ]}
      />
      {money && (
        <div className="mt-4">
          <PlanMoney preview={preview} money={money} locale={locale} />
        </div>
      )}
    </>
  );
}

type MoneyOfPlan = NonNullable<PlanPreview["money"]>;

function PlanMoney({ preview, money, locale }: { preview: PlanPreview; money: MoneyOfPlan; locale: string }) {
  const { credited, invoice, credit, due } = money;
  if (invoice === null) {
    return (
      <p className="text-ink-soft">
        {preview.when === "renewal"
          ? "Nothing is charged or credited now. The next invoice is for the new plan."
          : "The last day of the period has begun: nothing is charged or credited for it."}
      </p>
    );
  }
  return (
    <>
      <h3 className="mb-1 font-medium text-ink">Charged now</h3>
      <InvoicePreviewTable invoice={invoice} caption="What the invoice will say" locale={locale} />
      <h3 className="mt-4 mb-1 font-medium text-ink">Credited</h3>
      <p className="text-ink-soft">
        {credited ? (
          <>
            <Money value={credited} format={{ locale }} /> with tax for {preview.daysLeft} of {preview.daysIn} days that
            are not used. It lowers what is open of the old invoice; what was paid becomes account credit.
          </>
        ) : (
          "Nothing: no invoice has charged for time that is left."
        )}
      </p>
      <p className="mt-4 flex justify-between gap-4 border-t border-line pt-3 font-semibold text-ink">
        <span>Due now{credit.amountMinor > 0 && ", after account credit"}</span>
        <Money value={due} format={{ locale }} />
      </p>
    </>
  );
}
