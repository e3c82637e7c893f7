import type { BillingContext, NotifyingContext } from "@/lib/billing/core/billing-context";
import { type InvoiceEvent, type InvoiceState, invoiceAfter } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { invoicePaid } from "@/lib/billing/core/invoicing/invoice-paid";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

interface KnownInvoice extends InvoiceState {
  readonly id: string;
  readonly version: number;
}

/** Records a payment on an invoice and runs the follow-up if it is paid. The caller posts to the ledger. */
export async function receive(work: NotifyingContext, invoice: KnownInvoice, amountMinor: bigint): Promise<void> {
  const after = await applyInvoiceEvent(work, invoice, { type: "receive", amountMinor });
  if (after.status === "paid") await invoicePaid(work, invoice.id);
}

/**
 * Applies an event to an invoice read under the account's lock.
 *
 * @throws Problem `conflict` if the event isn't allowed.
 */
export async function applyInvoiceEvent(
  { db, account, now }: BillingContext,
  invoice: KnownInvoice,
  event: InvoiceEvent,
): Promise<InvoiceState> {
  const after = invoiceAfter(invoice, event);
  if (after === null) throw new Problem("conflict", whyNot(invoice, event));
  const { status, paidMinor, creditedMinor, releasedMinor } = after;
  // An invoice credited after payment keeps its paid date.
  const paidAt = status === invoice.status ? {} : { paidAt: status === "paid" ? now : null };
  const { count } = await db.invoice.updateMany({
    where: { accountId: account.id, id: invoice.id, version: invoice.version },
    data: { status, paidMinor, creditedMinor, releasedMinor, ...paidAt, version: { increment: 1 } },
  });
  if (count === 0)
    throw new Problem("conflict", t("The invoice was just changed by someone else. Reload the page and try again."));
  return after;
}

function whyNot({ status, paidMinor, creditedMinor }: InvoiceState, { type }: InvoiceEvent): string {
  const touched = paidMinor > 0n ? "paidPart" : creditedMinor > 0n ? "creditedPart" : null;
  const why = type === "void" && touched !== null && status !== "paid" ? touched : status;
  return t(
    "This invoice {why, select, draft {is a draft} open {is open} paid {has been paid} void {is void} paidPart {has payments} creditedPart {was partly credited} other {was written off}}, so it can't be {event, select, issue {issued} void {voided} writeOff {written off} receive {paid} return {refunded by that amount} other {credited by that amount}}.",
    { why, event: type },
  );
}
