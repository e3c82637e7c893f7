import { env } from "@/lib/platform/config/env";
import type { GatewayName } from "@/lib/platform/db/generated/enums";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { PaymentGateway } from "./payment-gateway";
import { sandboxGateway } from "./sandbox/sandbox-gateway";
import { stripeClient } from "./stripe/stripe-client";
import { stripeGateway } from "./stripe/stripe-gateway";

/**
 * The active gateway for new cards and payments: Stripe if configured; the sandbox in demos, tests and development.
 * Null in production without Stripe, because a test bank must not look like a real one.
 */
export function activeGatewayName(): PaymentGateway["name"] | null {
  const { STRIPE_SECRET_KEY, PORTAL_MODE } = env();
  if (STRIPE_SECRET_KEY !== undefined) return "stripe";
  return PORTAL_MODE === "production" ? null : "sandbox";
}

/** The gateways that are configured. */
export function gatewaysSetUp(): PaymentGateway["name"][] {
  const { STRIPE_SECRET_KEY, PORTAL_MODE } = env();
  return [
    ...(STRIPE_SECRET_KEY === undefined ? [] : ["stripe" as const]),
    ...(PORTAL_MODE === "production" ? [] : ["sandbox" as const]),
  ];
}

/** @throws Problem if there is no active gateway. */
export function activeGateway(): PaymentGateway {
  const name = activeGatewayName();
  if (name === null) throw new Problem("conflict", t("Online payment isn't available. Pay by bank transfer instead."));
  return gatewayNamed(name);
}

/**
 * The gateway of a stored payment or method.
 *
 * @throws Problem if it is no longer configured, or the payment was recorded manually
 */
export function gatewayNamed(name: GatewayName): PaymentGateway {
  if (name === "stripe") return stripe();
  if (name === "sandbox" && env().PORTAL_MODE !== "production") return sandboxGateway;
  throw new Problem("conflict", t("This payment's provider is no longer configured. Contact us."));
}

let known: { settings: object; gateway: PaymentGateway } | undefined;

function stripe(): PaymentGateway {
  const settings = env();
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_URL: apiUrl } = settings;
  if (secretKey === undefined || webhookSecret === undefined) {
    throw new Problem("conflict", t("This payment's provider is no longer configured. Contact us."));
  }
  if (known?.settings !== settings) {
    const live = !/^sk_test_/.test(secretKey);
    known = { settings, gateway: stripeGateway(stripeClient({ secretKey, apiUrl }), { webhookSecret, live }) };
  }
  return known.gateway;
}
