import type { PaymentMethod, PaymentMethodList } from "@/lib/billing/payment-methods/schema";

/** What removing a method leads to, said before it is done. The order of the list is that of its successor. */
export function whatRemovalDoes(
  method: PaymentMethod,
  { items, autopay }: PaymentMethodList,
): { consequences: string[]; endsAutopay: boolean } {
  const next = items.find(({ id, validity }) => id !== method.id && validity !== "expired");
  const endsAutopay = method.isDefault && next === undefined && autopay.on;
  const consequences = ["The payment provider forgets it. Payments that were made with it stay as they are."];
  if (endsAutopay) {
    consequences.push("Automatic payment uses it and ends with it: invoices wait until somebody pays them.");
  } else if (method.isDefault && next) {
    const name = `${next.brand} ending in ${next.last4}`;
    consequences.push(
      autopay.on ? `${name} becomes the default, and automatic payment uses it.` : `${name} becomes the default.`,
    );
  }
  return { consequences, endsAutopay };
}
