import { post } from "@/lib/billing/core/ledger/post";
import { lockMoney, type Told, type Work } from "@/lib/billing/core/work";
import type { GatewayReport } from "@/lib/billing/gateways/payment-gateway";
import { returnToPayer } from "./return-to-payer";
import { tellOfPayment } from "./tell-of-payment";

type DisputeReport = Extract<GatewayReport, { about: "dispute" }>;

interface DisputedPayment {
  readonly id: string;
  readonly gateway: "sandbox" | "stripe" | "manual";
  readonly currency: string;
}

/**
 * A payer's bank has taken money back. While it is disputed the invoices stay paid and the money is held; lost, they
 * are owed again, and who gets billing notices is told; won, nothing has happened. Reports may come twice and the end before the beginning.
 *
 * @throws RangeError where it is in another currency than the payment, and then nothing is written
 */
export async function settleDispute(work: Told, payment: DisputedPayment, report: DisputeReport): Promise<void> {
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
  const back =
    report.status === "won"
      ? [{ ledgerAccount: "cash" as const, currency, amountMinor }]
      : await returnToPayer(work, payment.id, currency, amountMinor);
  await post(work, {
    kind: report.status === "won" ? "disputeWon" : "disputeLost",
    source: `dispute:${id}:closed`,
    memo: `Dispute ${report.status}`,
    lines: [...back, { ledgerAccount: "disputed", currency, amountMinor: -amountMinor }],
  });
  if (report.status === "lost") await tellOfPayment(work, payment.id, amountMinor);
}

async function openDispute(work: Work, payment: DisputedPayment, report: DisputeReport) {
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
    memo: reason ?? "Disputed by the payer's bank",
    lines: [
      { ledgerAccount: "disputed", currency, amountMinor },
      { ledgerAccount: "cash", currency, amountMinor: -amountMinor },
    ],
  });
  return dispute;
}
