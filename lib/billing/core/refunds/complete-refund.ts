import { inAccount } from "@/lib/billing/core/in-account";
import { gatewayNamed } from "@/lib/billing/gateways/gateway";
import { GatewayUnknown, type RefundOutcome, type RefundRequest } from "@/lib/billing/gateways/payment-gateway";
import type { RefundStatus } from "@/lib/platform/db/generated/enums";
import type { Job } from "@/lib/platform/db/transaction";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { settleRefund } from "./settle-refund";

const CLAIM_MINUTES = 2;

/** Requests a reserved refund from the gateway and saves the result, like `completePayment` does for payments. */
export async function completeRefund(accountId: string, refundId: string): Promise<RefundStatus> {
  const claimed = await inAccount(accountId, (job) => claim(job, refundId));
  if (claimed.request === null) return claimed.status;
  const outcome = await claimed.request();
  if (outcome === null) return "processing";
  return inAccount(accountId, (job) => settleRefund(job, refundId, outcome));
}

interface Claimed {
  readonly status: RefundStatus;
  /** Claims the refund; null if there is nothing to ask the gateway. */
  readonly request: (() => Promise<RefundOutcome | null>) | null;
}

async function claim({ db, account, now }: Job, refundId: string): Promise<Claimed> {
  const mine = { accountId: account.id, id: refundId };
  const { count } = await db.refund.updateMany({
    where: { ...mine, status: "processing", OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }] },
    data: { claimedUntil: addMinutes(now, CLAIM_MINUTES) },
  });
  const refund = await db.refund.findFirst({ where: mine, include: { payment: true } });
  if (refund === null) throw new Problem("not-found", t("Refund not found."));
  const { status, payment, gatewayRef, amountMinor, currency } = refund;
  if (count === 0) return { status, request: null };
  const { gateway, gatewayRef: chargeRef } = payment;
  // A bank transfer is refunded by bank transfer: staff make it, and it is already booked.
  if (gateway === "manual" || chargeRef === null) {
    return { status, request: async () => ({ status: "succeeded", ref: refundId }) };
  }
  const request = { key: refundId, accountId: account.id, chargeRef, amountMinor, currency };
  return { status, request: () => ask(gateway, request, gatewayRef) };
}

async function ask(name: "sandbox" | "stripe", request: RefundRequest, knownRef: string | null) {
  const gateway = gatewayNamed(name);
  try {
    return (await gateway.findRefund(request.key, knownRef, request.chargeRef)) ?? (await gateway.refund(request));
  } catch (error) {
    if (error instanceof GatewayUnknown) return null;
    throw error;
  }
}
