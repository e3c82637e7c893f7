import { Callout } from "@/components/ui/callout";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Money } from "@/components/ui/money";
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
          { label: "Product", value: product.name },
          { label: "Name", value: name },
          ...options.map(({ name: label, choice }) => ({ label, value: choice })),
          ...(coupon ? [{ label: "Coupon", value: coupon }] : []),
          { label: "Account", value: accountName },
          { label: "Renews", value: `Every ${term} until cancelled` },
        ]}
      />
      {invoice ? (
        <div className="mt-4">
          <InvoicePreviewTable invoice={invoice} caption="Invoice preview" locale={locale} />
          {credit && (
            <p className="mt-2 text-ink">
              {credit.used.amountMinor > 0 ? (
                <>
                  <Money value={credit.used} format={{ locale }} /> paid from account credit. Amount due:{" "}
                  <Money value={credit.due} format={{ locale }} />.
                </>
              ) : (
                "Account credit won't be used for this order."
              )}
            </p>
          )}
        </div>
      ) : (
        <Callout className="mt-4">
          You don't have access to prices on this account. The account owner will be notified of the cost.
        </Callout>
      )}
      <p className="mt-3 text-sm text-ink-soft">
        The invoice is issued immediately. The service is set up and its first {term} starts once the invoice is paid.
        You can cancel the order until then. After that, only the account owner can cancel the service.
      </p>
    </>
  );
}
