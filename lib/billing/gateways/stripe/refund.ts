import type Stripe from "stripe";
import type { RefundOutcome, RefundRequest } from "@/lib/billing/gateways/payment-gateway";
import { toldInEnglish } from "@/lib/platform/kernel/told";
import { say } from "@/lib/platform/language/say";
import { toStripe } from "./amounts";
import { callStripe, isRefusal } from "./call-stripe";

export async function refund(stripe: Stripe, request: RefundRequest): Promise<RefundOutcome> {
  const { key, accountId, chargeRef, amountMinor, currency } = request;
  const { amount } = toStripe(amountMinor, currency);
  try {
    const made = await callStripe(() =>
      stripe.refunds.create(
        { payment_intent: chargeRef, amount, metadata: { refund: key, account: accountId } },
        { idempotencyKey: key },
      ),
    );
    return refundOutcomeOf(made);
  } catch (error) {
    if (isRefusal(error)) return { status: "failed", ref: null, message: error.message };
    throw error;
  }
}

export async function findRefund(
  stripe: Stripe,
  key: string,
  ref: string | null,
  chargeRef: string,
): Promise<RefundOutcome | null> {
  if (ref !== null) return refundOutcomeOf(await callStripe(() => stripe.refunds.retrieve(ref)));
  const { data } = await callStripe(() => stripe.refunds.list({ payment_intent: chargeRef, limit: 100 }));
  const found = data.find(({ metadata }) => metadata?.refund === key);
  return found ? refundOutcomeOf(found) : null;
}

export function refundOutcomeOf({ id: ref, status, failure_reason }: Stripe.Refund): RefundOutcome {
  if (status === "succeeded") return { status: "succeeded", ref };
  if (status === "failed" || status === "canceled") {
    return {
      status: "failed",
      ref,
      message: toldInEnglish(say("The bank rejected the refund ({reason}).", { reason: failure_reason ?? status })),
    };
  }
  return { status: "processing", ref };
}
