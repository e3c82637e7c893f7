import { env } from "@/lib/platform/config/env";
import type { GatewayName } from "@/lib/platform/db/generated/enums";
import { Problem } from "@/lib/platform/kernel/problem";
import type { PaymentGateway } from "./payment-gateway";
import { sandboxGateway } from "./sandbox/sandbox-gateway";
import { stripeClient } from "./stripe/stripe-client";
import { stripeGateway } from "./stripe/stripe-gateway";

/**
 * Who takes new cards and payments: Stripe where it is set up; the sandbox in demonstrations, tests and development.
 * Null in production without Stripe, where a bank that takes no money must not look like one that does.
 */
export function activeGatewayName(): PaymentGateway["name"] | null {
  const { STRIPE_SECRET_KEY, PORTAL_MODE } = env();
  if (STRIPE_SECRET_KEY !== undefined) return "stripe";
  return PORTAL_MODE === "production" ? null : "sandbox";
}

/** The gateways that can be asked about what is stored with them. */
export function gatewaysSetUp(): PaymentGateway["name"][] {
  const { STRIPE_SECRET_KEY, PORTAL_MODE } = env();
  return [
    ...(STRIPE_SECRET_KEY === undefined ? [] : ["stripe" as const]),
    ...(PORTAL_MODE === "production" ? [] : ["sandbox" as const]),
  ];
}

/** @throws Problem where nobody takes payments. */
export function activeGateway(): PaymentGateway {
  const name = activeGatewayName();
  if (name === null) throw new Problem("conflict", "Paying online is not set up here. Pay by bank transfer instead.");
  return gatewayNamed(name);
}

/**
 * The gateway that a stored payment or method is with.
 *
 * @throws Problem where it is not set up any more, or was nobody's: recorded by hand
 */
export function gatewayNamed(name: GatewayName): PaymentGateway {
  if (name === "stripe") return stripe();
  if (name === "sandbox" && env().PORTAL_MODE !== "production") return sandboxGateway;
  throw new Problem("conflict", "The provider of this payment is not set up here.");
}

let known: { settings: object; gateway: PaymentGateway } | undefined;

function stripe(): PaymentGateway {
  const settings = env();
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_URL: apiUrl } = settings;
  if (secretKey === undefined || webhookSecret === undefined) {
    throw new Problem("conflict", "The provider of this payment is not set up here.");
  }
  if (known?.settings !== settings) {
    const live = !/^sk_test_/.test(secretKey);
    known = { settings, gateway: stripeGateway(stripeClient({ secretKey, apiUrl }), { webhookSecret, live }) };
  }
  return known.gateway;
}
