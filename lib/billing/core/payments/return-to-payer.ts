import type { BillingContext } from "@/lib/billing/core/billing-context";
import { heldBy } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { invoiceOf } from "@/lib/billing/core/invoicing/invoice-of";
import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import { owedAt } from "@/lib/billing/core/ledger/owed-at";
import type { Posting } from "@/lib/billing/core/ledger/post";
import { lesser } from "@/lib/platform/kernel/money";
import { applyInvoiceEvent } from "./receive";

/** Money on its way back: of which payment, and how much. */
export interface Returning {
  readonly paymentId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
}

interface Taken {
  /** That side of the entry; the other is the caller's. */
  readonly postings: readonly Posting[];
  /** What was not there. */
  readonly missingMinor: bigint;
}

/**
 * Takes money of a payment away from the invoices it has paid, the last one first: they are owed again. What they do not
 * hold comes out of the account's credit.
 */
export async function returnToPayer(
  work: BillingContext,
  { paymentId, currency, amountMinor }: Returning,
): Promise<Taken> {
  const invoices = await returnFromInvoices(work, { paymentId }, currency, amountMinor);
  const balance = (await creditBalance(work)).get(currency) ?? 0n;
  const credit = lesser(invoices.missingMinor, balance > 0n ? balance : 0n);
  return {
    postings: [...invoices.postings, { ledgerAccount: "customerCredit", currency, amountMinor: credit }],
    missingMinor: invoices.missingMinor - credit,
  };
}

/**
 * Takes money away from invoices that payments have paid, the last one first. An invoice gives no more than it holds: what
 * a credit note has released is not owed again. Automatic payment does not take again by itself what somebody gave or
 * took back.
 *
 * @param which the payment that it is; without one, any of this currency
 */
export async function returnFromInvoices(
  work: BillingContext,
  which: { readonly paymentId?: string },
  currency: string,
  amountMinor: bigint,
): Promise<Taken> {
  const { db, account } = work;
  const applied = await db.paymentAllocation.findMany({
    where: { accountId: account.id, ...which, state: "applied", invoice: { currency } },
    orderBy: { id: "desc" },
  });
  const postings: Posting[] = [];
  let left = amountMinor;
  for (const { id, invoiceId, amountMinor: whole, returnedMinor } of applied) {
    const invoice = await invoiceOf(work, invoiceId);
    const back = lesser(left, lesser(whole - returnedMinor, heldBy(invoice)));
    if (back <= 0n) continue;
    left -= back;
    await db.paymentAllocation.updateMany({
      where: { accountId: account.id, id },
      data: { returnedMinor: returnedMinor + back },
    });
    postings.push(await owedAgain(work, invoice, back));
  }
  return { postings, missingMinor: left };
}

/** Brings it about that an invoice is owed again by this much, and returns the posting of that side. */
export async function owedAgain(
  work: BillingContext,
  invoice: Awaited<ReturnType<typeof invoiceOf>>,
  amountMinor: bigint,
): Promise<Posting> {
  const { db, account } = work;
  const { id: invoiceId, currency, chargeAttempts } = invoice;
  const after = await applyInvoiceEvent(work, invoice, { type: "return", amountMinor });
  await db.invoice.updateMany({
    where: { accountId: account.id, id: invoiceId },
    data: { nextChargeAt: null, chargeAttempts: Math.max(chargeAttempts, 1) },
  });
  return { ledgerAccount: owedAt(after.status), currency, amountMinor, invoiceId };
}
