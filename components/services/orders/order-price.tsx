import { PriceBox } from "@/components/services/services/price-box";
import { Money } from "@/components/ui/money";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { OrderQuote } from "@/lib/services/orders/schema";
import { InvoicePreviewTable } from "./invoice-preview";

export type OrderPriceProps = { quote: OrderQuote; locale: string };

/** The price of the order as currently chosen. */
export function OrderPrice({ quote, locale }: OrderPriceProps) {
  const { invoice, coupon, credit } = quote;
  if (!invoice) return null;
  return (
    <PriceBox
      status={rich("{amount} due", { amount: <Money value={credit?.due ?? invoice.total} format={{ locale }} /> })}
    >
      {coupon && <p className="text-sm text-ink-soft">{t("Coupon: {coupon}", { coupon })}</p>}
      <InvoicePreviewTable invoice={invoice} caption={t("Order total")} locale={locale} />
      {credit && credit.used.amountMinor > 0 && (
        <dl className="mt-1 flex flex-col gap-1">
          <Sum
            label={t("Account credit")}
            value={{ ...credit.used, amountMinor: -credit.used.amountMinor }}
            locale={locale}
          />
          <Sum label={t("Amount due")} value={credit.due} locale={locale} />
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
