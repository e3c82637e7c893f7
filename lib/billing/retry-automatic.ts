import type { Work } from "./work";

/**
 * Automatic payment has something new to try: invoices whose attempts failed are tried again at the next round, from
 * the first attempt on.
 */
export async function retryAutomatic({ db, account, now }: Work): Promise<void> {
  await db.invoice.updateMany({
    where: { accountId: account.id, status: "open", chargeAttempts: { gt: 0 }, account: { autopay: true } },
    data: { nextChargeAt: now, chargeAttempts: 0, version: { increment: 1 } },
  });
}
