import { type InvoiceEvent, type InvoiceState, invoiceAfter } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { invoicePaid } from "@/lib/billing/core/invoicing/invoice-paid";
import type { Told, Work } from "@/lib/billing/core/work";
import { Problem } from "@/lib/platform/kernel/problem";

interface KnownInvoice extends InvoiceState {
  readonly id: string;
  readonly version: number;
}

/** Money for an invoice has come; what follows from its being paid happens now. The ledger is the caller's. */
export async function receive(work: Told, invoice: KnownInvoice, amountMinor: bigint): Promise<void> {
  const after = await change(work, invoice, { type: "receive", amountMinor });
  if (after.status === "paid") await invoicePaid(work, invoice.id);
}

/**
 * Brings an event about on an invoice as it was read under the account's lock.
 *
 * @throws Problem `conflict` where the event cannot happen to it.
 */
export async function change(
  { db, account, now }: Work,
  invoice: KnownInvoice,
  event: InvoiceEvent,
): Promise<InvoiceState> {
  const after = invoiceAfter(invoice, event);
  if (after === null) throw new Problem("conflict", "This cannot happen to the invoice as it stands now.");
  const { status, paidMinor, creditedMinor } = after;
  const { count } = await db.invoice.updateMany({
    where: { accountId: account.id, id: invoice.id, version: invoice.version },
    data: { status, paidMinor, creditedMinor, paidAt: status === "paid" ? now : null, version: { increment: 1 } },
  });
  if (count === 0) throw new Problem("conflict", "The invoice has changed in the meantime.");
  return after;
}
