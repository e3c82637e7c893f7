import type { BillingContext } from "@/lib/billing/core/billing-context";
import { methodLabel } from "@/lib/billing/core/payment-methods/method-label";

/** The invoice fields autopay needs. */
interface ChargeState {
  readonly chargeAttempts: number;
  readonly nextChargeAt: Date | null;
}

/** The label of the method autopay will charge for an open invoice; null if it must be paid manually. */
export async function chargedMethod(
  { db, account }: BillingContext,
  { chargeAttempts, nextChargeAt }: ChargeState,
): Promise<string | null> {
  if (chargeAttempts > 0 && nextChargeAt === null) return null;
  const method = await db.paymentMethod.findFirst({
    where: { accountId: account.id, isDefault: true, removedAt: null, account: { autopay: true } },
  });
  return method && methodLabel(method);
}
