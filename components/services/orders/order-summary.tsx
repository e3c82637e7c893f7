import { Callout } from "@/components/ui/callout";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Money } from "@/components/ui/money";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { OrderQuote } from "@/lib/services/orders/schema";
import { InvoicePreviewTable } from "./invoice-preview";

export type OrderSummaryProps = { quote: OrderQuote; name: string; accountName: string; locale: string };

/** What is being ordered and what it commits to. */
export function OrderSummary({ quote, name, accountName, locale }: OrderSummaryProps) {
  const { product, term, options, coupon, invoice, credit } = quote;
  return (
    <>
      <KeyValueList
        items={[
          { label: t("Product"), value: product.name },
          { label: t("Name"), value: name },
          ...options.map(({ name: label, choice }) => ({ label, value: choice })),
          ...(coupon ? [{ label: t("Coupon"), value: coupon }] : []),
          { label: t("Account"), value: accountName },
          {
            label: t("Renews"),
            value: t("Every {interval, select, month {month} other {year}} until cancelled", { interval: term }),
          },
        ]}
      />
      {invoice ? (
        <div className="mt-4">
          <InvoicePreviewTable invoice={invoice} caption={t("Invoice preview")} locale={locale} />
          {credit && (
            <p className="mt-2 text-ink">
              {credit.used.amountMinor > 0
                ? rich("{used} paid from account credit. Amount due: {due}.", {
                    used: <Money value={credit.used} format={{ locale }} />,
                    due: <Money value={credit.due} format={{ locale }} />,
                  })
                : t("Account credit won't be used for this order.")}
            </p>
          )}
        </div>
      ) : (
        <Callout className="mt-4">
          {t("You don't have access to prices on this account. The account owner will be notified of the cost.")}
        </Callout>
      )}
      <p className="mt-3 text-sm text-ink-soft">
        {t(
          "The invoice is issued immediately. The service is set up and its first {interval, select, month {month} other {year}} starts once the invoice is paid. You can cancel the order until then. After that, only the account owner can cancel the service.",
          { interval: term },
        )}
      </p>
    </>
  );
}
