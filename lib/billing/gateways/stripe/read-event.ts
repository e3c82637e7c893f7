import Stripe from "stripe";
import { BadSignature, type GatewayReport } from "@/lib/billing/gateways/payment-gateway";
import { fromStripe } from "./amounts";
import { outcomeOf } from "./charge";
import { refundOutcomeOf } from "./refund";
import { findSetup } from "./setup";

/** Older ones are refused, in seconds: somebody may have kept one to send it again. */
const TOLERANCE = 300;

/**
 * A webhook of Stripe in our words. What is not of this portal (no metadata of ours) or says nothing that we act on is
 * about nothing.
 *
 * @throws BadSignature
 */
export async function readEvent(
  stripe: Stripe,
  webhookSecret: string,
  body: string,
  signature: string,
): Promise<GatewayReport> {
  const event = await verified(stripe, webhookSecret, body, signature);
  const common = { eventId: event.id, type: event.type, at: new Date(event.created * 1000) };
  switch (event.type) {
    case "payment_intent.succeeded":
    case "payment_intent.processing":
    case "payment_intent.requires_action":
    case "payment_intent.payment_failed":
    case "payment_intent.canceled":
      return { ...common, ...aboutCharge(event.data.object) };
    case "refund.created":
    case "refund.updated":
    case "refund.failed":
      return { ...common, ...aboutRefund(event.data.object) };
    case "charge.refunded":
      // Whole refunds come along only in events of older versions; `refund.updated` tells of each anyway.
      return { ...common, ...aboutRefund(event.data.object.refunds?.data[0]) };
    case "charge.dispute.created":
    case "charge.dispute.updated":
    case "charge.dispute.closed":
      return { ...common, ...aboutDispute(event.data.object) };
    case "setup_intent.succeeded":
    case "setup_intent.canceled": {
      const { id: ref } = event.data.object;
      return { ...common, about: "setup", ref, outcome: await findSetup(stripe, ref) };
    }
    default:
      return { ...common, about: "nothing" };
  }
}

async function verified(stripe: Stripe, secret: string, body: string, signature: string): Promise<Stripe.Event> {
  try {
    return await stripe.webhooks.constructEventAsync(body, signature, secret, TOLERANCE);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) throw new BadSignature(error.message);
    throw error;
  }
}

type Distributed<R> = R extends unknown ? Omit<R, "eventId" | "type" | "at"> : never;
type About = Distributed<GatewayReport>;

const nothing: About = { about: "nothing" };

function aboutCharge(intent: Stripe.PaymentIntent): About {
  const { payment: key, account: accountId } = intent.metadata;
  if (key === undefined || accountId === undefined) return nothing;
  return { about: "charge", key, accountId, outcome: outcomeOf(intent) };
}

function aboutRefund(refund: Stripe.Refund | undefined): About {
  const { refund: key, account: accountId } = refund?.metadata ?? {};
  if (refund === undefined || key === undefined || accountId === undefined) return nothing;
  return { about: "refund", key, accountId, outcome: refundOutcomeOf(refund) };
}

function aboutDispute(dispute: Stripe.Dispute): About {
  const { id: ref, status, payment_intent: intent } = dispute;
  // A warning is a question of the bank: no money has moved.
  if (intent === null || status.startsWith("warning_") || status === "prevented") return nothing;
  return {
    about: "dispute",
    ref,
    chargeRef: typeof intent === "string" ? intent : intent.id,
    ...fromStripe(dispute.amount, dispute.currency),
    status: status === "won" ? "won" : status === "lost" ? "lost" : "open",
    reason: dispute.reason,
  };
}
