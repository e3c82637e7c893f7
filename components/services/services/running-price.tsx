import { InvoicePreviewTable } from "@/components/services/orders/invoice-preview";
import { Button } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import type { OrderQuote } from "@/lib/services/orders/schema";

export type RunningPriceProps = { quote: OrderQuote; locale: string };

/** The price of the order as currently chosen. */
export function RunningPrice({ quote, locale }: RunningPriceProps) {
  const { invoice, coupon, credit } = quote;
  if (!invoice) return null;
  return (
    <section aria-label="Price" className="rounded-lg border border-line bg-sunken px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="py-1 font-semibold text-ink">Price</h2>
        <noscript>
          <Button type="submit" size="sm">
            Update price
          </Button>
        </noscript>
      </div>
      {coupon && <p className="text-sm text-ink-soft">Coupon: {coupon}</p>}
      <InvoicePreviewTable invoice={invoice} caption="Order total" locale={locale} />
      {credit && credit.used.amountMinor > 0 && (
        <dl className="mt-1 flex flex-col gap-1">
          <Sum
            label="Account credit"
            value={{ ...credit.used, amountMinor: -credit.used.amountMinor }}
            locale={locale}
          />
          <Sum label="Amount due" value={credit.due} locale={locale} />
        </dl>
      )}
      <p role="status" className="sr-only">
        <Money value={credit?.due ?? invoice.total} format={{ locale }} /> due
      </p>
    </section>
  );
}

type SumProps = { label: string; value: NonNullable<OrderQuote["credit"]>["due"]; locale: string };

const Sum = ({ label, value, locale }: SumProps) => (
  <div className="flex justify-between gap-4">
    <dt className="text-ink-soft">{label}</dt>
    <dd className="text-ink tabular-nums">
      <Money value={value} format={{ locale }} />
    </dd>
  </div>
);
