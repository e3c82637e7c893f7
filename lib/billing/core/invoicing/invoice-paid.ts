import { setUpPaidOrders } from "@/lib/billing/core/orders/set-up-paid-orders";
import type { Told } from "@/lib/billing/core/work";

/** What follows once nothing of an invoice is left to pay. In the transaction that settles it, so it happens with it. */
export async function invoicePaid(work: Told, invoiceId: string): Promise<void> {
  const { db, account } = work;
  await db.invoice.updateMany({
    where: { accountId: account.id, id: invoiceId },
    data: { nextChargeAt: null },
  });
  await setUpPaidOrders(work, invoiceId);
}
