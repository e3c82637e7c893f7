import { beforeAll, expect, test } from "vitest";
import { activeGateway, activeGatewayName, gatewayNamed } from "@/lib/billing/gateways/gateway";
import { stripeWebhook } from "@/lib/http/stripe-webhook";

beforeAll(() => {
  Object.assign(process.env, {
    PORTAL_MODE: "production",
    PORTAL_SECRET: "n3J8v0qkY1pXr5tZ7wB2dF4hL6mC9sAe",
    DATABASE_URL: "postgresql://nobody@localhost/nothing",
  });
});

test("production without Stripe takes no payments and never uses the sandbox", () => {
  expect(activeGatewayName()).toBeNull();
  expect(activeGateway).toThrow("Pay by bank transfer");
  for (const name of ["sandbox", "stripe", "manual"] as const) {
    expect(() => gatewayNamed(name)).toThrow("no longer configured");
  }
});

test("the Stripe webhook doesn't exist if Stripe isn't configured", async () => {
  const request = new Request("http://localhost/api/webhooks/stripe", { method: "POST", body: "{}" });
  expect((await stripeWebhook(request)).status).toBe(404);
});
