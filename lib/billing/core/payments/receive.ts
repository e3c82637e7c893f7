import type { BillingContext, NotifyingContext } from "@/lib/billing/core/billing-context";
import {
  type InvoiceEvent,
  type InvoiceState,
  type InvoiceStatus,
  invoiceAfter,
} from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { invoicePaid } from "@/lib/billing/core/invoicing/invoice-paid";
import { Problem } from "@/lib/platform/kernel/problem";

interface KnownInvoice extends InvoiceState {
  readonly id: string;
  readonly version: number;
}

/** Money for an invoice has come; what follows from its being paid happens now. The ledger is the caller's. */
export async function receive(work: NotifyingContext, invoice: KnownInvoice, amountMinor: bigint): Promise<void> {
  const after = await applyInvoiceEvent(work, invoice, { type: "receive", amountMinor });
  if (after.status === "paid") await invoicePaid(work, invoice.id);
}

/**
 * Brings an event about on an invoice as it was read under the account's lock.
 *
 * @throws Problem `conflict` where the event cannot happen to it.
 */
export async function applyInvoiceEvent(
  { db, account, now }: BillingContext,
  invoice: KnownInvoice,
  event: InvoiceEvent,
): Promise<InvoiceState> {
  const after = invoiceAfter(invoice, event);
  if (after === null) throw new Problem("conflict", whyNot(invoice, event));
  const { status, paidMinor, creditedMinor, releasedMinor } = after;
  // What is credited after it was paid keeps the day on which it was paid.
  const paidAt = status === invoice.status ? {} : { paidAt: status === "paid" ? now : null };
  const { count } = await db.invoice.updateMany({
    where: { accountId: account.id, id: invoice.id, version: invoice.version },
    data: { status, paidMinor, creditedMinor, releasedMinor, ...paidAt, version: { increment: 1 } },
  });
  if (count === 0) throw new Problem("conflict", "The invoice was changed by someone else. Look at it again.");
  return after;
}

const standings: Record<InvoiceStatus, string> = {
  draft: "is a draft",
  open: "is open",
  paid: "has been paid",
  void: "is void",
  uncollectible: "was written off",
};

function whyNot({ status, paidMinor, creditedMinor }: InvoiceState, { type }: InvoiceEvent): string {
  const touched = paidMinor > 0n ? "has payments" : creditedMinor > 0n ? "was partly credited" : null;
  const why = type === "void" && touched !== null && status !== "paid" ? touched : standings[status];
  return `This invoice ${why}, so it can't be ${verbs[type]}.`;
}

const verbs: Record<InvoiceEvent["type"], string> = {
  issue: "issued",
  void: "voided",
  writeOff: "written off",
  receive: "paid",
  return: "refunded by that much",
  credit: "credited by that much",
};
