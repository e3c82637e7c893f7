import { lockMoney, type NotifyingContext } from "@/lib/billing/core/billing-context";
import { post } from "@/lib/billing/core/ledger/post";
import type { RefundOutcome } from "@/lib/billing/gateways/payment-gateway";
import type { RefundStatus } from "@/lib/platform/db/generated/enums";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { notifyRefund } from "./notify-refund";

/**
 * Saves the gateway's result of a refund. If it failed, the amount is booked as account credit, since it belongs to the
 * customer, and staff can review it.
 *
 * @throws Problem `not-found`.
 */
export async function settleRefund(
  work: NotifyingContext,
  refundId: string,
  outcome: RefundOutcome,
): Promise<RefundStatus> {
  await lockMoney(work);
  const { db, account, now } = work;
  const mine = { accountId: account.id, id: refundId };
  const refund = await db.refund.findFirst({ where: mine });
  if (refund === null) throw notFound(t("Refund not found."));
  if (refund.status === outcome.status || refund.status === "failed") return refund.status;
  if (refund.status === "succeeded" && outcome.status !== "failed") return refund.status;
  await db.refund.updateMany({
    where: mine,
    data: {
      status: outcome.status,
      ...(outcome.ref === null ? {} : { gatewayRef: outcome.ref }),
      failureMessage: outcome.status === "failed" ? outcome.message : null,
      settledAt: outcome.status === "processing" ? null : now,
      claimedUntil: null,
    },
  });
  if (outcome.status === "processing") return outcome.status;
  await notifyRefund(work, refundId);
  if (outcome.status === "succeeded") return outcome.status;
  const { amountMinor, currency, paymentId } = refund;
  await db.payment.updateMany({
    where: { accountId: account.id, id: paymentId },
    data: { refundedMinor: { decrement: amountMinor }, version: { increment: 1 } },
  });
  await post(work, {
    kind: "refundFailed",
    source: `refund:${refundId}:failed`,
    memo: outcome.message,
    lines: [
      { ledgerAccount: "cash", currency, amountMinor },
      { ledgerAccount: "customerCredit", currency, amountMinor: -amountMinor },
    ],
  });
  return "failed";
}
