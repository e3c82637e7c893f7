import { lockMoney, type NotifyingContext } from "@/lib/billing/core/billing-context";
import { memoOf } from "@/lib/billing/core/ledger/memo";
import { reversePostings } from "@/lib/billing/core/ledger/reverse-postings";
import { withdrawOrders } from "@/lib/billing/core/orders/withdraw-orders";
import { applyInvoiceEvent } from "@/lib/billing/core/payments/receive";
import { refuseUnderWay } from "@/lib/billing/core/payments/refuse-under-way";
import { returnCouponUses } from "@/lib/billing/core/pricing/return-coupon-uses";
import { invoiceOf } from "./invoice-of";
import { notifyInvoiceVoided } from "./notify-invoice-voided";

/**
 * Voids an issued invoice, as if it had never been due; it keeps its number. Its billing periods can be invoiced again,
 * services ordered with it are not set up, and everyone who received it is notified.
 *
 * @throws Problem `conflict` if anything was paid or credited, or a payment is in progress: use a credit note then.
 */
export async function voidInvoice(work: NotifyingContext, invoiceId: string): Promise<void> {
  await lockMoney(work);
  const { db, account } = work;
  const invoice = await invoiceOf(work, invoiceId);
  await refuseUnderWay(work, invoiceId);
  await applyInvoiceEvent(work, invoice, { type: "void" });
  await db.invoice.updateMany({ where: { accountId: account.id, id: invoiceId }, data: { nextChargeAt: null } });
  await db.invoiceLine.updateMany({ where: { accountId: account.id, invoiceId }, data: { counts: false } });
  await reversePostings(work, {
    invoiceId,
    kind: "invoiceVoided",
    source: `invoice:${invoiceId}:voided`,
    memo: memoOf("invoiceVoided", invoice.number),
  });
  await withdrawOrders(work, invoiceId);
  await returnCouponUses(work, invoiceId);
  if (invoice.announcedAt !== null) await notifyInvoiceVoided(work, invoice);
}
