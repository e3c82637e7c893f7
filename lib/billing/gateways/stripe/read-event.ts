import Stripe from "stripe";
import { z } from "zod";
import { BadSignature, type GatewayReport, UnknownReport } from "@/lib/billing/gateways/payment-gateway";
import { fromStripe } from "./amounts";
import { isRefusal } from "./call-stripe";
import { outcomeOf } from "./charge";
import { checkEnvelope, checkObject } from "./event-shape";
import { refundOutcomeOf } from "./refund";
import { findSetup } from "./setup";

/** Tolerance for clock differences and delays, in seconds. An older event may be a replay. */
const TOLERANCE = 300;

export interface EventSettings {
  readonly webhookSecret: string;
  /** Whether our key is in live mode; events of the other mode aren't for us. */
  readonly live: boolean;
}

/**
 * A Stripe webhook in our own terms. Events that aren't from this portal (no metadata of ours) or need no action have
 * no subject.
 *
 * @throws BadSignature
 * @throws UnknownReport
 */
export async function readEvent(
  stripe: Stripe,
  { webhookSecret, live }: EventSettings,
  body: string,
  signature: string,
): Promise<GatewayReport> {
  const event = await verified(stripe, webhookSecret, body, signature);
  checkEnvelope(event);
  if (event.livemode !== live) {
    throw new UnknownReport(
      `The event is in ${live ? "test" : "live"} mode, but this portal is configured for the other mode.`,
    );
  }
  if (event.created > now() + TOLERANCE) throw new UnknownReport("The event's date is in the future.");
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
      // Only older API versions include whole refunds; `refund.updated` reports each one anyway.
      checkObject("charge", event.data.object);
      return { ...common, ...aboutRefund(event.data.object.refunds?.data[0]) };
    case "charge.dispute.created":
    case "charge.dispute.updated":
    case "charge.dispute.closed":
      return { ...common, ...aboutDispute(event.data.object) };
    case "setup_intent.succeeded":
    case "setup_intent.canceled": {
      checkObject("setup_intent", event.data.object);
      return { ...common, ...(await aboutSetup(stripe, event.data.object.id)) };
    }
    default:
      return { ...common, about: "nothing" };
  }
}

const now = (): number => Math.floor(Date.now() / 1000);

async function verified(stripe: Stripe, secret: string, body: string, signature: string): Promise<unknown> {
  // The SDK rejects signatures that are too old, but accepts any from the future.
  const signedAt = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1] ?? 0);
  if (signedAt > now() + TOLERANCE) {
    throw new BadSignature(`The event was signed ${signedAt - now()} seconds in the future: a clock is wrong.`);
  }
  try {
    return await stripe.webhooks.constructEventAsync(body, signature, secret, TOLERANCE);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) throw new BadSignature(error.message);
    // The signature was valid, so the body is what Stripe sent.
    if (error instanceof SyntaxError) throw new UnknownReport("The event isn't JSON.");
    throw error;
  }
}

type Distributed<R> = R extends unknown ? Omit<R, "eventId" | "type" | "at"> : never;
type About = Distributed<GatewayReport>;

const nothing: About = { about: "nothing" };

/** Other programs on the same Stripe account write metadata too, possibly under the same names. */
const isOurs = (id: unknown): id is string => z.uuid().safeParse(id).success;

function aboutCharge(intent: Stripe.PaymentIntent): About {
  const { payment: key, account: accountId } = intent.metadata ?? {};
  if (!isOurs(key) || !isOurs(accountId)) return nothing;
  checkObject("payment_intent", intent);
  return { about: "charge", key, accountId, outcome: outcomeOf(intent) };
}

function aboutRefund(refund: Stripe.Refund | undefined): About {
  const { refund: key, account: accountId } = refund?.metadata ?? {};
  if (refund === undefined || !isOurs(key) || !isOurs(accountId)) return nothing;
  checkObject("refund", refund);
  return { about: "refund", key, accountId, outcome: refundOutcomeOf(refund) };
}

async function aboutSetup(stripe: Stripe, ref: string): Promise<About> {
  try {
    return { about: "setup", ref, outcome: await findSetup(stripe, ref) };
  } catch (error) {
    // It was deleted, or belongs to another account.
    if (isRefusal(error)) return nothing;
    throw error;
  }
}

function aboutDispute(dispute: Stripe.Dispute): About {
  checkObject("dispute", dispute);
  const { id: ref, status, payment_intent: intent } = dispute;
  // A warning is only an inquiry by the bank: no money has moved.
  if (!intent || status.startsWith("warning_") || status === "prevented") return nothing;
  return {
    about: "dispute",
    ref,
    chargeRef: typeof intent === "string" ? intent : intent.id,
    ...fromStripe(dispute.amount, dispute.currency),
    status: status === "won" ? "won" : status === "lost" ? "lost" : "open",
    reason: dispute.reason,
  };
}
