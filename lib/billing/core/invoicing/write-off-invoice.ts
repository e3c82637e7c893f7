import { type BillingContext, lockMoney } from "@/lib/billing/core/billing-context";
import { memoOf } from "@/lib/billing/core/ledger/memo";
import { post } from "@/lib/billing/core/ledger/post";
import { applyInvoiceEvent } from "@/lib/billing/core/payments/receive";
import { refuseUnderWay } from "@/lib/billing/core/payments/refuse-under-way";
import { amountDue } from "./invoice-lifecycle";
import { invoiceOf } from "./invoice-of";

/**
 * Writes off the amount due on an invoice. If it is paid after all, the bad debt is reduced by that amount.
 *
 * @throws Problem `conflict` if nothing is due, or a payment is in progress
 */
export async function writeOffInvoice(work: BillingContext, invoiceId: string): Promise<void> {
  await lockMoney(work);
  const invoice = await invoiceOf(work, invoiceId);
  await refuseUnderWay(work, invoiceId);
  const due = amountDue(invoice);
  await applyInvoiceEvent(work, invoice, { type: "writeOff" });
  const { currency, version, number } = invoice;
  await post(work, {
    kind: "invoiceWrittenOff",
    source: `invoice:${invoiceId}:writtenOff:${version}`,
    memo: memoOf("invoiceWrittenOff", number),
    lines: [
      { ledgerAccount: "badDebt", currency, amountMinor: due, invoiceId },
      { ledgerAccount: "receivable", currency, amountMinor: -due, invoiceId },
    ],
  });
}
