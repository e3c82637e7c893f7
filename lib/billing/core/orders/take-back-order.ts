import { lockMoney, type NotifyingContext } from "@/lib/billing/core/billing-context";
import { wholeCredit } from "@/lib/billing/core/credits/creditable";
import { issueCreditNote } from "@/lib/billing/core/credits/issue-credit-note";
import { notifyCreditNote } from "@/lib/billing/core/credits/notify-credit-note";
import { voidInvoice } from "@/lib/billing/core/invoicing/void-invoice";
import { withdrawOrders } from "./withdraw-orders";

/**
 * Takes back the orders that wait for an invoice, and the invoice: it is void, or where account credit or a part payment
 * has gone into it already, credited in whole, so that what was paid is account credit again.
 *
 * @throws Problem `conflict` while a payment for it is under way
 */
export async function takeBackOrder(
  work: NotifyingContext,
  invoiceId: string,
  note: { readonly reason: string; readonly issuedByName: string },
): Promise<void> {
  await lockMoney(work);
  const { db, account } = work;
  // First, so that the invoice's end finds nothing that it could set up.
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
