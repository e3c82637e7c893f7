import { Callout } from "@/components/ui/callout";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Money } from "@/components/ui/money";
import type { OrderQuote } from "@/lib/services/core/schema";
import { InvoicePreviewTable } from "./invoice-preview";

export type OrderSummaryProps = { quote: OrderQuote; name: string; accountName: string; locale: string };

/** What is about to be ordered and what it commits to. */
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
          { label: "For", value: accountName },
          { label: "Renews", value: `Every ${term}, until it is cancelled` },
        ]}
      />
      {invoice ? (
        <div className="mt-4">
          <InvoicePreviewTable invoice={invoice} caption="What the invoice will say" locale={locale} />
          {credit && (
            <p className="mt-2 text-ink">
              {credit.used.amountMinor > 0 ? (
                <>
                  Account credit pays <Money value={credit.used} format={{ locale }} />;{" "}
                  <Money value={credit.due} format={{ locale }} /> to pay.
                </>
              ) : (
                "Account credit is not used for this order."
              )}
            </p>
          )}
        </div>
      ) : (
        <Callout className="mt-4">
          You do not see prices on this account. The account owner is told what it costs with the order.
        </Callout>
      )}
      <p className="mt-3 text-sm text-ink-soft">
        The invoice comes at once. We set the service up when it is paid, and its first {term} starts then. Until it is
        paid, the order can be taken back. Only the account owner can cancel a service.
      </p>
    </>
  );
}
