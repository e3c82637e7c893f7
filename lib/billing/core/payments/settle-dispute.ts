import { type BillingContext, lockMoney, type NotifyingContext } from "@/lib/billing/core/billing-context";
import { takeBackCredit } from "@/lib/billing/core/credits/take-back-credit";
import { type Posting, post } from "@/lib/billing/core/ledger/post";
import type { GatewayReport } from "@/lib/billing/gateways/payment-gateway";
import { toldInEnglish } from "@/lib/platform/kernel/told";
import { say } from "@/lib/platform/language/say";
import { notifyPayment } from "./notify-payment";
import { type Returning, returnFromInvoices, returnToPayer } from "./return-to-payer";

type DisputeReport = Extract<GatewayReport, { about: "dispute" }>;

interface DisputedPayment {
  readonly id: string;
  readonly gateway: "sandbox" | "stripe" | "manual";
  readonly currency: string;
}

/**
 * Handles a dispute: the payer's bank has taken money back. While it is open the invoices stay paid and the money is
 * held. If lost, they become due again and recipients of billing notifications are told; if won, nothing changes.
 * Events may repeat or arrive out of order.
 *
 * @throws RangeError if its currency differs from the payment's; nothing is written then
 */
export async function settleDispute(
  work: NotifyingContext,
  payment: DisputedPayment,
  report: DisputeReport,
): Promise<void> {
  if (report.currency !== payment.currency) {
    throw new RangeError(`Payment ${payment.id} was in ${payment.currency}, and is disputed in ${report.currency}.`);
  }
  await lockMoney(work);
  const { db, account } = work;
  const dispute = await openDispute(work, payment, report);
  if (report.status === "open" || dispute.status !== "open") return;
  const { id, amountMinor, currency } = dispute;
  await db.dispute.updateMany({
    where: { accountId: account.id, id },
    data: { status: report.status, closedAt: report.at },
  });
  const back: readonly Posting[] =
    report.status === "won"
      ? [{ ledgerAccount: "cash", currency, amountMinor }]
      : await lose(work, id, { paymentId: payment.id, currency, amountMinor });
  await post(work, {
    kind: report.status === "won" ? "disputeWon" : "disputeLost",
    source: `dispute:${id}:closed`,
    memo: toldInEnglish(report.status === "won" ? say("Dispute won") : say("Dispute lost")),
    lines: [...back, { ledgerAccount: "disputed", currency, amountMinor: -amountMinor }],
  });
  if (report.status === "lost") await notifyPayment(work, payment.id, amountMinor);
}

/**
 * Where disputed money comes from: the payment's invoices, then account credit. If that credit has since paid other
 * invoices, they become due again, so credit never becomes negative. Money nobody holds any more, because it was also
 * refunded, is our loss.
 */
async function lose(work: BillingContext, disputeId: string, lost: Returning): Promise<readonly Posting[]> {
  const { currency } = lost;
  const { postings, missingMinor } = await returnToPayer(work, lost);
  const source = `dispute:${disputeId}:credit`;
  const unpaid = await takeBackCredit(work, { currency, amountMinor: missingMinor, source });
  const others = await returnFromInvoices(work, {}, currency, unpaid);
  return [
    ...postings,
    { ledgerAccount: "customerCredit", currency, amountMinor: missingMinor - unpaid },
    ...others.postings,
    { ledgerAccount: "badDebt", currency, amountMinor: others.missingMinor },
  ];
}

async function openDispute(work: BillingContext, payment: DisputedPayment, report: DisputeReport) {
  const { db, account } = work;
  const { ref: gatewayRef, amountMinor, currency, reason, at } = report;
  const known = await db.dispute.findFirst({ where: { accountId: account.id, gateway: payment.gateway, gatewayRef } });
  if (known !== null) return known;
  const dispute = await db.dispute.create({
    data: {
      accountId: account.id,
      paymentId: payment.id,
      gateway: payment.gateway,
      gatewayRef,
      amountMinor,
      currency,
      status: "open",
      reason,
      openedAt: at,
    },
  });
  await post(work, {
    kind: "disputeOpened",
    source: `dispute:${dispute.id}:opened`,
    memo: reason ?? toldInEnglish(say("Disputed by the payer's bank")),
    lines: [
      { ledgerAccount: "disputed", currency, amountMinor },
      { ledgerAccount: "cash", currency, amountMinor: -amountMinor },
    ],
  });
  return dispute;
}
