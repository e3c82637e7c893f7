import Stripe from "stripe";
import { failureInWords } from "@/lib/billing/gateways/failure-in-words";
import type { ChargeOutcome, ChargeRequest } from "@/lib/billing/gateways/payment-gateway";
import { fromStripe, toStripe } from "./amounts";
import { callStripe, isRefusal } from "./call-stripe";

/** A PaymentIntent, confirmed immediately. Its metadata identifies the payment and account. */
export async function charge(stripe: Stripe, request: ChargeRequest): Promise<ChargeOutcome> {
  const { key, accountId, amountMinor, currency, offSession, returnUrl } = request;
  try {
    const intent = await callStripe(() =>
      stripe.paymentIntents.create(
        {
          ...toStripe(amountMinor, currency),
          customer: request.customerRef,
          payment_method: request.methodRef,
          allowed_payment_method_types: ["card", "sepa_debit"],
          description: request.description,
          metadata: { payment: key, account: accountId },
          confirm: true,
          ...(offSession ? { off_session: true } : { return_url: returnUrl }),
        },
        { idempotencyKey: key },
      ),
    );
    return outcomeOf(intent);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError) {
      return error.payment_intent ? outcomeOf(error.payment_intent) : failed(null, error);
    }
    if (isRefusal(error)) return failed(null, error);
    throw error;
  }
}

/** Finds a charge by its id, or by the payment in its metadata, which Stripe's search indexes within a minute. */
export async function findCharge(stripe: Stripe, key: string, ref: string | null): Promise<ChargeOutcome | null> {
  if (ref !== null) return outcomeOf(await callStripe(() => stripe.paymentIntents.retrieve(ref)));
  const query = `metadata['payment']:'${key.replace(/[^0-9a-zA-Z-]/g, "")}'`;
  const { data } = await callStripe(() => stripe.paymentIntents.search({ query, limit: 1 }));
  return data[0] ? outcomeOf(data[0]) : null;
}

export async function cancelCharge(stripe: Stripe, ref: string): Promise<ChargeOutcome> {
  try {
    return outcomeOf(await callStripe(() => stripe.paymentIntents.cancel(ref)));
  } catch (error) {
    // It already has an outcome.
    if (isRefusal(error)) return outcomeOf(await callStripe(() => stripe.paymentIntents.retrieve(ref)));
    throw error;
  }
}

export function outcomeOf(intent: Stripe.PaymentIntent): ChargeOutcome {
  const { id: ref, status } = intent;
  const actionUrl = intent.next_action?.redirect_to_url?.url;
  switch (status) {
    case "succeeded":
      return { status: "succeeded", ref, ...fromStripe(intent.amount_received, intent.currency) };
    case "requires_action":
      return actionUrl ? { status: "actionRequired", ref, actionUrl } : { status: "processing", ref };
    case "canceled":
      return failed(ref, { code: intent.last_payment_error?.code ?? "cancelled" });
    case "requires_payment_method":
      return failed(ref, intent.last_payment_error ?? {});
    default:
      return { status: "processing", ref };
  }
}

type Failure = { decline_code?: string | undefined; code?: string | undefined; message?: string | undefined };

function failed(ref: string | null, { decline_code, code: general, message }: Failure): ChargeOutcome {
  const code = decline_code || general || "card_declined";
  return { status: "failed", ref, code, message: failureInWords(code, message) };
}
