import { describe, expect, test } from "vitest";
import { whatRemovalDoes } from "@/components/billing/payment-methods/what-removal-does";
import type { PaymentMethod, PaymentMethodList } from "@/lib/billing/payment-methods/schema";

const card = (plan: Partial<PaymentMethod>): PaymentMethod => ({
  id: crypto.randomUUID(),
  kind: "card",
  brand: "Visa",
  last4: "4242",
  expMonth: 1,
  expYear: 2099,
  holder: "A",
  isDefault: false,
  validity: "valid",
  ...plan,
});
const list = (items: PaymentMethod[], on: boolean): Pick<PaymentMethodList, "items" | "autopay"> => ({
  items,
  autopay: { on, next: null },
});

describe("removing a payment method", () => {
  const first = card({ isDefault: true });
  const second = card({ brand: "Mastercard", last4: "5100" });
  const over = card({ validity: "expired" });

  test("that isn't the default changes nothing else", () => {
    const { consequences, endsAutopay } = whatRemovalDoes(second, list([first, second], true));
    expect(endsAutopay).toBe(false);
    expect(consequences).toHaveLength(1);
  });

  test("that is the default makes the next chargeable method the default", () => {
    const { consequences, endsAutopay } = whatRemovalDoes(first, list([first, over, second], true));
    expect(endsAutopay).toBe(false);
    expect(consequences.at(-1)).toBe("Mastercard ending in 5100 becomes the default, and autopay uses it.");
  });

  test("that is the last chargeable one turns off autopay", () => {
    expect(whatRemovalDoes(first, list([first, over], true)).endsAutopay).toBe(true);
    expect(whatRemovalDoes(first, list([first], false)).endsAutopay).toBe(false);
  });
});
