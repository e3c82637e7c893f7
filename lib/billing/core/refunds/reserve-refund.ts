import { type BillingContext, lockMoney } from "@/lib/billing/core/billing-context";
import { type Posting, post } from "@/lib/billing/core/ledger/post";
import { returnToPayer } from "@/lib/billing/core/payments/return-to-payer";
import { refundableAmount, refundableFields } from "@/lib/billing/core/refunds/refundable-amount";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { invalidField, notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";

export interface RefundToReserve {
  readonly paymentId: string;
  readonly amountMinor: bigint;
  readonly reason: string;
  readonly issuedByName: string;
  /**
   * Where the refund comes from: account credit, e.g. after a credit note, or the invoices the payment paid,
   * which become due again.
   */
  readonly from: "credit" | "invoices";
}

/**
 * Reserves a refund and books its amount immediately, so nothing can be refunded twice. Commit,
 * then call `completeRefund`.
 *
 * @throws Problem `conflict` if the payment wasn't received, `invalid` for an amount above the refundable amount.
 */
export async function reserveRefund(work: BillingContext, wanted: RefundToReserve): Promise<{ refundId: string }> {
  await lockMoney(work);
  const { db, account, now } = work;
  const payment = await db.payment.findFirst({
    where: { accountId: account.id, id: wanted.paymentId },
    select: { id: true, ...refundableFields },
  });
  if (payment === null) throw notFound(t("Payment not found."));
  if (payment.status !== "succeeded") throw new Problem("conflict", t("Only a received payment can be refunded."));
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

function beyond(mostMinor: bigint, currency: string, from: RefundToReserve["from"]): string {
  if (mostMinor === 0n)
    return t(
      "Nothing can be refunded {from, select, credit {from account credit} other {from the invoices of this payment}}.",
      { from },
    );
  return t(
    "Enter an amount above zero, up to {amount} {from, select, credit {from account credit} other {from the invoices of this payment}}.",
    { amount: formatMoney(mostMinor, currency, currentLocale()), from },
  );
}
