import type { BillingContext } from "@/lib/billing/core/billing-context";
import { heldBy } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { invoiceOf } from "@/lib/billing/core/invoicing/invoice-of";
import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import { owedAt } from "@/lib/billing/core/ledger/owed-at";
import type { Posting } from "@/lib/billing/core/ledger/post";
import { lesser } from "@/lib/platform/kernel/money";
import { applyInvoiceEvent } from "./receive";

/** The payment the money goes back from, and the amount. */
export interface Returning {
  readonly paymentId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
}

interface Taken {
  /** One side of the ledger entry; the caller posts the other. */
  readonly postings: readonly Posting[];
  /** The amount that could not be recovered. */
  readonly missingMinor: bigint;
}

/**
 * Takes a payment's money back out of the invoices it paid, latest first, so they become due again. Any amount they
 * don't hold comes from account credit.
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
 * Takes money out of invoices that payments have paid, latest first. An invoice gives back no more than it holds, and
 * what a credit note has released doesn't become due again. Autopay doesn't charge these invoices again, since someone
 * deliberately gave or took the money back.
 *
 * @param which the payment; if omitted, any payment in this currency
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

/** Makes an invoice due again by this amount, and returns that side's posting. */
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
