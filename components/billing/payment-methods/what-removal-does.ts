import type { PaymentMethod, PaymentMethodList } from "@/lib/billing/payment-methods/schema";
import { t } from "@/lib/platform/language/t";

/** The consequences of removing a method, shown before confirming. The list is in the order successors are picked. */
export function whatRemovalDoes(
  method: PaymentMethod,
  { items, autopay }: Pick<PaymentMethodList, "items" | "autopay">,
): { consequences: string[]; endsAutopay: boolean } {
  const next = items.find(({ id, validity }) => id !== method.id && validity !== "expired");
  const endsAutopay = method.isDefault && next === undefined && autopay.on;
  const consequences = [t("It is deleted at the payment provider. Past payments don't change.")];
  if (endsAutopay) {
    consequences.push(t("Autopay uses it and will be turned off. Invoices must then be paid manually."));
  } else if (method.isDefault && next) {
    const name = t("{brand} ending in {last4}", { brand: next.brand, last4: next.last4 });
    consequences.push(
      autopay.on
        ? t("{name} becomes the default, and autopay uses it.", { name })
        : t("{name} becomes the default.", { name }),
    );
  }
  return { consequences, endsAutopay };
}
