import { handleWebhookEvent } from "@/lib/billing/core/payments/handle-webhook-event";
import { gatewayNamed } from "@/lib/billing/gateways/gateway";
import { deliverSandboxReports } from "@/lib/billing/gateways/sandbox/reports";
import { env } from "@/lib/platform/config/env";

/** Handles the sandbox bank's events like Stripe's webhooks. Production has no sandbox. */
export async function bringSandboxReports(): Promise<number> {
  if (env().PORTAL_MODE === "production") return 0;
  return deliverSandboxReports(async (body, signature) => {
    await handleWebhookEvent("sandbox", await gatewayNamed("sandbox").readEvent(body, signature));
  });
}
