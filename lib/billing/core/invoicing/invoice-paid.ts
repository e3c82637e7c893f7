import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { setUpPaidOrders } from "@/lib/billing/core/orders/set-up-paid-orders";

/** Follow-up once an invoice is fully paid, in the same transaction that settles it. */
export async function invoicePaid(work: NotifyingContext, invoiceId: string): Promise<void> {
  const { db, account } = work;
  await db.invoice.updateMany({
    where: { accountId: account.id, id: invoiceId },
    data: { nextChargeAt: null },
  });
  await setUpPaidOrders(work, invoiceId);
}
