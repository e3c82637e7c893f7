import { KeyValueList } from "@/components/ui/key-value-list";
import type { Product } from "@/lib/services/schema";
import { Price } from "./price";

/** What is about to be ordered and what it commits to. */
export function OrderSummary({
  product,
  accountName,
  locale,
}: {
  product: Product;
  accountName: string;
  locale: string;
}) {
  const { price } = product;
  return (
    <>
      <p className="font-medium text-ink">{product.name}</p>
      <p className="mb-2 text-ink-soft">{product.description}</p>
      <KeyValueList
        items={[
          { label: "For", value: accountName },
          ...(price ? [{ label: "Price", value: <Price value={price} locale={locale} /> }] : []),
          { label: "Term", value: "Renews until it is cancelled" },
        ]}
      />
      <p className="mt-3 text-sm text-ink-soft">
        {price
          ? "Tax is added on the invoice. "
          : "You do not see prices on this account. The account owner is told the price with the order. "}
        Only the account owner can cancel a service.
      </p>
    </>
  );
}
