import type { BillingContext } from "@/lib/billing/core/billing-context";
import { methodLabel } from "@/lib/billing/core/payment-methods/method-label";

/** As far as automatic payment looks at an invoice. */
interface ChargeState {
  readonly chargeAttempts: number;
  readonly nextChargeAt: Date | null;
}

/** What an open invoice will be charged to by itself, as people know it; null where it has to be paid by hand. */
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
