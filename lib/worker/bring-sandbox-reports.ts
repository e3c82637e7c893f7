import { handleReport } from "@/lib/billing/handle-report";
import { env } from "@/lib/config/env";
import { gatewayNamed } from "@/lib/gateways/gateway";
import { deliverSandboxReports } from "@/lib/gateways/sandbox/reports";

/** What the sandbox bank has to tell goes the way that Stripe's webhooks go. Production has no sandbox. */
export async function bringSandboxReports(): Promise<number> {
  if (env().PORTAL_MODE === "production") return 0;
  return deliverSandboxReports(async (body, signature) => {
    await handleReport("sandbox", await gatewayNamed("sandbox").readEvent(body, signature));
  });
}
