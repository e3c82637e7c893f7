import { sandboxMethodRef } from "@/lib/billing/gateways/sandbox/test-methods";
import { addMonths } from "@/lib/platform/kernel/dates";
import type { OwnerDatabase } from "../builders/owner-database";

/** A default card that stays valid, and one that expires next month. The sandbox bank charges both. */
export async function seedPaymentMethods(db: OwnerDatabase, accountId: string, now: Date): Promise<void> {
  const soon = addMonths(now, 1);
  await db.gatewayCustomer.create({ data: { accountId, gateway: "sandbox", gatewayRef: `sbc_${accountId}` } });
  await db.paymentMethod.createMany({
    data: [
      {
        accountId,
        kind: "card",
        gatewayRef: sandboxMethodRef("success", `default-${accountId}`),
        brand: "Mastercard",
        last4: "5100",
        expMonth: 8,
        expYear: now.getUTCFullYear() + 2,
        holder: "Northwind Robotics B.V.",
        isDefault: true,
      },
      {
        accountId,
        kind: "card",
        gatewayRef: sandboxMethodRef("success", `second-${accountId}`),
        brand: "Visa",
        last4: "4242",
        expMonth: soon.getUTCMonth() + 1,
        expYear: soon.getUTCFullYear(),
        holder: "Ingrid Solheim",
        isDefault: false,
      },
    ],
  });
}
