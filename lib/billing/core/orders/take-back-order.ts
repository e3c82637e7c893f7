import { lockMoney, type NotifyingContext } from "@/lib/billing/core/billing-context";
import { wholeCredit } from "@/lib/billing/core/credits/creditable";
import { issueCreditNote } from "@/lib/billing/core/credits/issue-credit-note";
import { notifyCreditNote } from "@/lib/billing/core/credits/notify-credit-note";
import { voidInvoice } from "@/lib/billing/core/invoicing/void-invoice";
import { withdrawOrders } from "./withdraw-orders";

/**
 * Cancels the orders waiting for an invoice, and the invoice: it is voided, or if account credit or a partial payment
 * was applied, credited in full, so the paid amount becomes account credit again.
 *
 * @throws Problem `conflict` while a payment is in progress
 */
export async function takeBackOrder(
  work: NotifyingContext,
  invoiceId: string,
  note: { readonly reason: string; readonly issuedByName: string },
): Promise<void> {
  await lockMoney(work);
  const { db, account } = work;
  // First, so settling the invoice finds no order to set up.
  await withdrawOrders(work, invoiceId);
  const { paidMinor, creditedMinor, taxMode, lines } = await db.invoice.findUniqueOrThrow({
    where: { accountId_id: { accountId: account.id, id: invoiceId } },
    include: { lines: { orderBy: { position: "asc" } } },
  });
  if (paidMinor === 0n && creditedMinor === 0n) return voidInvoice(work, invoiceId);
  const before = await db.creditNoteLine.findMany({
    where: { accountId: account.id, creditNote: { invoiceId } },
    select: { invoiceLineId: true, totalMinor: true, taxMinor: true, taxBasisPoints: true },
  });
  const { id } = await issueCreditNote(work, { invoiceId, lines: wholeCredit(lines, taxMode, before), ...note });
  await notifyCreditNote(work, id);
}
