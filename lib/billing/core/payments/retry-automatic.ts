import type { BillingContext } from "@/lib/billing/core/billing-context";

/**
 * Automatic payment has something new to try: invoices whose attempts failed begin anew with the first one. Those that
 * are due are tried at the next round, the others on their day.
 */
export async function retryAutomatic({ db, account }: BillingContext): Promise<void> {
  await db.invoice.updateMany({
    where: { accountId: account.id, status: "open", chargeAttempts: { gt: 0 }, account: { autopay: true } },
    data: { nextChargeAt: null, chargeAttempts: 0, version: { increment: 1 } },
  });
}
