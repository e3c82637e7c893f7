import { handleReport } from "@/lib/billing/core/payments/handle-report";
import { gatewayNamed } from "@/lib/billing/gateways/gateway";
import { BadSignature } from "@/lib/billing/gateways/payment-gateway";
import { Problem } from "@/lib/platform/kernel/problem";
import { problemResponse } from "./problem-response";
import { readLimitedText } from "./read-body";

/**
 * What Stripe tells by itself. The signature over the body as it came is the permission. Anything but a clear answer
 * makes Stripe send it again, so a fault of ours is 500 and a report that concerns us not is 200.
 */
export async function stripeWebhook(request: Request): Promise<Response> {
  try {
    const gateway = configured();
    const body = await readLimitedText(request);
    const report = await gateway.readEvent(body, request.headers.get("stripe-signature") ?? "");
    const outcome = await handleReport("stripe", report);
    return Response.json({ outcome }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (!(error instanceof BadSignature)) return problemResponse(error);
    return problemResponse(new Problem("invalid", "The signature does not fit, or the report is too old."));
  }
}

function configured() {
  try {
    return gatewayNamed("stripe");
  } catch {
    throw new Problem("not-found", "Stripe is not set up here.");
  }
}
