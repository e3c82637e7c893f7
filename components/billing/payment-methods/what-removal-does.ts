import type { PaymentMethod, PaymentMethodList } from "@/lib/billing/payment-methods/schema";

/** The consequences of removing a method, shown before confirming. The list is in the order successors are picked. */
export function whatRemovalDoes(
  method: PaymentMethod,
  { items, autopay }: PaymentMethodList,
): { consequences: string[]; endsAutopay: boolean } {
  const next = items.find(({ id, validity }) => id !== method.id && validity !== "expired");
  const endsAutopay = method.isDefault && next === undefined && autopay.on;
  const consequences = ["It is deleted at the payment provider. Past payments don't change."];
  if (endsAutopay) {
    consequences.push("Autopay uses it and will be turned off. Invoices must then be paid manually.");
  } else if (method.isDefault && next) {
    const name = `${next.brand} ending in ${next.last4}`;
    consequences.push(
      autopay.on ? `${name} becomes the default, and autopay uses it.` : `${name} becomes the default.`,
    );
  }
  return { consequences, endsAutopay };
}
