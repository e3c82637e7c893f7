import type { BillingContext } from "@/lib/billing/core/billing-context";

/**
 * Restarts autopay when there is a new method to try: invoices whose attempts failed start again with the first
 * attempt. Overdue ones are tried in the next run, the others on their due date.
 */
export async function retryAutomatic({ db, account }: BillingContext): Promise<void> {
  await db.invoice.updateMany({
    where: { accountId: account.id, status: "open", chargeAttempts: { gt: 0 }, account: { autopay: true } },
    data: { nextChargeAt: null, chargeAttempts: 0, version: { increment: 1 } },
  });
}
