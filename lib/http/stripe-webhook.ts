import { handleWebhookEvent } from "@/lib/billing/core/payments/handle-webhook-event";
import { gatewayNamed } from "@/lib/billing/gateways/gateway";
import { BadSignature, GatewayUnknown, UnknownReport } from "@/lib/billing/gateways/payment-gateway";
import { Problem } from "@/lib/platform/kernel/problem";
import { log } from "@/lib/platform/logging/log";
import { problemResponse } from "./problem-response";
import { readLimitedText } from "./read-body";

/**
 * Stripe's webhook. The signature over the raw body is the permission. Stripe resends anything but a success, so a bug
 * is 500, an outage 503, and an irrelevant event 200.
 */
export async function stripeWebhook(request: Request): Promise<Response> {
  try {
    const gateway = configured();
    const body = await readLimitedText(request);
    const report = await gateway.readEvent(body, request.headers.get("stripe-signature") ?? "");
    return taken(await handleWebhookEvent("stripe", report));
  } catch (error) {
    if (error instanceof UnknownReport) return ignored(error);
    if (error instanceof GatewayUnknown) return problemResponse(askAgain(error));
    if (!(error instanceof BadSignature)) return problemResponse(error);
    log().warn({ reason: error.message }, "A Stripe webhook was rejected.");
    return problemResponse(
      new Problem("invalid", "The signature is invalid or its timestamp is outside the tolerance."),
    );
  }
}

const taken = (outcome: string): Response => Response.json({ outcome }, { headers: { "cache-control": "no-store" } });

/** Redelivering it for days wouldn't help. */
function ignored({ message }: UnknownReport): Response {
  log().warn({ reason: message }, "A Stripe webhook was ignored.");
  return taken(`ignored: ${message}`);
}

const askAgain = (cause: unknown): Problem =>
  new Problem("unavailable", "The event couldn't be verified with Stripe.", { retryAfter: 60 }, { cause });

function configured() {
  try {
    return gatewayNamed("stripe");
  } catch {
    throw new Problem("not-found", "Stripe is not configured.");
  }
}
