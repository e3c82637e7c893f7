import { Price } from "@/components/services/catalogue/price";
import { InvoicePreviewTable } from "@/components/services/orders/invoice-preview";
import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Money } from "@/components/ui/money";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { PlanPreview } from "@/lib/services/services/schema";

export type PlanSummaryProps = { preview: PlanPreview; before: string; format: ViewerFormat };

/** What a plan change means: what is credited, what is charged now, and when it takes effect. */
export function PlanSummary({ preview, before, format }: PlanSummaryProps) {
  const { product, options, term, when, startsAt, renewsAt, money } = preview;
  const { locale } = format;
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
          ...(money ? [{ label: "Price excluding tax", value: <Price value={money.price} locale={locale} /> }] : []),
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
          ? "Nothing is charged or credited now. Your next invoice will be for the new plan."
          : "Nothing is charged or credited on the last day of a billing period."}
      </p>
    );
  }
  return (
    <>
      <h3 className="mb-1 font-medium text-ink">Charged now</h3>
      <InvoicePreviewTable invoice={invoice} caption="Invoice preview" locale={locale} />
      <h3 className="mt-4 mb-1 font-medium text-ink">Credited</h3>
      <p className="text-ink-soft">
        {credited ? (
          <>
            <Money value={credited} format={{ locale }} /> including tax for {preview.daysLeft} of {preview.daysIn}{" "}
            unused days. It reduces the balance due on the old invoice; any amount already paid becomes account credit.
          </>
        ) : (
          "Nothing: no unused time has been invoiced."
        )}
      </p>
      <p className="mt-4 flex justify-between gap-4 border-t border-line pt-3 font-semibold text-ink">
        <span>Due now{credit.amountMinor > 0 && ", after account credit"}</span>
        <Money value={due} format={{ locale }} />
      </p>
    </>
  );
}
