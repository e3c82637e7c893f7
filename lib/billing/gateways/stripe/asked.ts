import Stripe from "stripe";
import { GatewayUnknown } from "@/lib/billing/gateways/payment-gateway";

/** Errors after which nobody can say what happened, or which only say that Stripe could not be asked just now. */
const unclear = [
  Stripe.errors.StripeConnectionError,
  Stripe.errors.StripeAPIError,
  Stripe.errors.StripeRateLimitError,
  Stripe.errors.StripeAuthenticationError,
  Stripe.errors.StripePermissionError,
  // The key stands for another request: `find…` tells what became of that one.
  Stripe.errors.StripeIdempotencyError,
];

/** @throws GatewayUnknown in place of whatever leaves the outcome open; Stripe's plain refusals go through. */
export async function asked<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (unclear.some((kind) => error instanceof kind)) {
      throw new GatewayUnknown("Stripe gave no clear answer.", { cause: error });
    }
    throw error;
  }
}

export const isRefusal = (error: unknown): error is Stripe.errors.StripeInvalidRequestError =>
  error instanceof Stripe.errors.StripeInvalidRequestError;
