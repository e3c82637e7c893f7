import { PriceBox } from "@/components/services/services/price-box";
import { Money } from "@/components/ui/money";
import type { OrderQuote } from "@/lib/services/orders/schema";
import { InvoicePreviewTable } from "./invoice-preview";

export type OrderPriceProps = { quote: OrderQuote; locale: string };

/** The price of the order as currently chosen. */
export function OrderPrice({ quote, locale }: OrderPriceProps) {
  const { invoice, coupon, credit } = quote;
  if (!invoice) return null;
  return (
    <PriceBox
      status={
        <>
          <Money value={credit?.due ?? invoice.total} format={{ locale }} /> due
        </>
      }
    >
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
    </PriceBox>
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
