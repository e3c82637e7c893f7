import { invoiceOf } from "@/lib/billing/core/invoicing/invoice-of";
import { owedAt } from "@/lib/billing/core/ledger/owed-at";
import type { Posting } from "@/lib/billing/core/ledger/post";
import type { Work } from "@/lib/billing/core/work";
import { lesser } from "@/lib/platform/kernel/money";
import { invalidField } from "@/lib/platform/kernel/problem";
import { change } from "./receive";

/**
 * Takes money of a payment away from the invoices it has paid, the last one first: they are owed again. What they do
 * not hold comes out of the account's credit. Automatic payment does not take again by itself what somebody gave or took
 * back. Returns the postings of that side; the other is the caller's.
 */
export async function returnToPayer(
  work: Work,
  paymentId: string,
  currency: string,
  amountMinor: bigint,
): Promise<Posting[]> {
  const { db, account } = work;
  const applied = await db.paymentAllocation.findMany({
    where: { accountId: account.id, paymentId, state: "applied" },
    orderBy: { id: "desc" },
  });
  const postings: Posting[] = [];
  let left = amountMinor;
  for (const { id, invoiceId, amountMinor: whole, returnedMinor } of applied) {
    const invoice = await invoiceOf(work, invoiceId);
    const back = lesser(left, lesser(whole - returnedMinor, invoice.paidMinor));
    if (back === 0n) continue;
    left -= back;
    await db.paymentAllocation.updateMany({
      where: { accountId: account.id, id },
      data: { returnedMinor: returnedMinor + back },
    });
    const after = await change(work, invoice, { type: "return", amountMinor: back });
    await db.invoice.updateMany({
      where: { accountId: account.id, id: invoiceId },
      data: { nextChargeAt: null, chargeAttempts: Math.max(invoice.chargeAttempts, 1) },
    });
    postings.push({ ledgerAccount: owedAt(after.status), currency, amountMinor: back, invoiceId });
  }
  if (left > 0n) {
    // A payment can hold more than its invoices took: the rest went to the account's credit when it came.
    postings.push({ ledgerAccount: "customerCredit", currency, amountMinor: left });
  }
  if (postings.length === 0) throw invalidField("amount", "There is nothing to pay back.");
  return postings;
}
