import { type BillingContext, lockMoney } from "@/lib/billing/core/billing-context";
import { type Posting, post } from "@/lib/billing/core/ledger/post";
import { returnToPayer } from "@/lib/billing/core/payments/return-to-payer";
import { refundableAmount, refundableFields } from "@/lib/billing/core/refunds/refundable-amount";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { invalidField, notFound, Problem } from "@/lib/platform/kernel/problem";

export interface RefundToReserve {
  readonly paymentId: string;
  readonly amountMinor: bigint;
  readonly reason: string;
  readonly issuedByName: string;
  /**
   * What the money comes out of: the account's credit, as after a credit note, or the invoices that the payment paid,
   * which are then owed again.
   */
  readonly from: "credit" | "invoices";
}

/**
 * Writes a refund down and takes its amount out of the books at once, so that nothing can be refunded twice. Commit,
 * then `completeRefund`.
 *
 * @throws Problem `conflict` where the payment holds no such sum, `invalid` for an amount beyond what can go back.
 */
export async function reserveRefund(work: BillingContext, wanted: RefundToReserve): Promise<{ refundId: string }> {
  await lockMoney(work);
  const { db, account, now } = work;
  const payment = await db.payment.findFirst({
    where: { accountId: account.id, id: wanted.paymentId },
    select: { id: true, ...refundableFields },
  });
  if (payment === null) throw notFound("There is no such payment on this account.");
  if (payment.status !== "succeeded")
    throw new Problem("conflict", "Only a payment that was received can be refunded.");
  const { amountMinor } = wanted;
  const { currency } = payment;
  const most = (await refundableAmount(work, payment))[wanted.from];
  if (amountMinor <= 0n || amountMinor > most) throw invalidField("amount", beyond(most, currency, wanted.from));
  const { id: refundId } = await db.refund.create({
    data: {
      accountId: account.id,
      paymentId: payment.id,
      amountMinor,
      currency,
      status: "processing",
      reason: wanted.reason,
      issuedByName: wanted.issuedByName,
      createdAt: now,
    },
    select: { id: true },
  });
  await db.payment.updateMany({
    where: { accountId: account.id, id: payment.id },
    data: { refundedMinor: { increment: amountMinor }, version: { increment: 1 } },
  });
  const out: readonly Posting[] =
    wanted.from === "credit"
      ? [{ ledgerAccount: "customerCredit", currency, amountMinor }]
      : (await returnToPayer(work, { paymentId: payment.id, currency, amountMinor })).postings;
  await post(work, {
    kind: "refundPaid",
    source: `refund:${refundId}:paid`,
    memo: wanted.reason,
    lines: [...out, { ledgerAccount: "cash", currency, amountMinor: -amountMinor }],
  });
  return { refundId };
}

const sources = { credit: "from account credit", invoices: "from the invoices of this payment" };

function beyond(mostMinor: bigint, currency: string, from: RefundToReserve["from"]): string {
  if (mostMinor === 0n) return `Nothing can be refunded ${sources[from]}.`;
  return `Refund more than zero and at most ${formatMoney(mostMinor, currency, "en-GB")} ${sources[from]}.`;
}
