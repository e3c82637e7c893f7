import { type Posting, post } from "@/lib/billing/core/ledger/post";
import { returnToPayer } from "@/lib/billing/core/payments/return-to-payer";
import { lockMoney, type Work } from "@/lib/billing/core/work";
import { lesser } from "@/lib/platform/kernel/money";
import { invalidField, notFound, Problem } from "@/lib/platform/kernel/problem";
import { heldFor } from "./held-for";

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
export async function reserveRefund(work: Work, wanted: RefundToReserve): Promise<{ refundId: string }> {
  await lockMoney(work);
  const { db, account, now } = work;
  const payment = await db.payment.findFirst({ where: { accountId: account.id, id: wanted.paymentId } });
  if (payment === null) throw notFound("There is no such payment on this account.");
  if (payment.status !== "succeeded") throw new Problem("conflict", "Only money that was received can be paid back.");
  const disputed = await db.dispute.aggregate({
    where: { accountId: account.id, paymentId: payment.id, status: { not: "won" } },
    _sum: { amountMinor: true },
  });
  const left = payment.amountMinor - payment.refundedMinor - (disputed._sum.amountMinor ?? 0n);
  const { amountMinor } = wanted;
  const { currency } = payment;
  const most = lesser(left, (await heldFor(work, payment))[wanted.from]);
  if (amountMinor <= 0n || amountMinor > most) {
    throw invalidField("amount", "Pay back something, and not more than there is to pay back.");
  }
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
  const out: Posting[] =
    wanted.from === "credit"
      ? [{ ledgerAccount: "customerCredit", currency, amountMinor }]
      : await returnToPayer(work, payment.id, currency, amountMinor);
  await post(work, {
    kind: "refundPaid",
    source: `refund:${refundId}:paid`,
    memo: wanted.reason,
    lines: [...out, { ledgerAccount: "cash", currency, amountMinor: -amountMinor }],
  });
  return { refundId };
}
