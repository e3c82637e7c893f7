import Stripe from "stripe";
import { GatewayUnknown } from "@/lib/billing/gateways/payment-gateway";

/** Errors that leave the outcome unknown, or only mean Stripe couldn't be reached. */
const unclear = [
  Stripe.errors.StripeConnectionError,
  Stripe.errors.StripeAPIError,
  Stripe.errors.StripeRateLimitError,
  Stripe.errors.StripeAuthenticationError,
  Stripe.errors.StripePermissionError,
  // The key belongs to another request: `find…` returns that one's outcome.
  Stripe.errors.StripeIdempotencyError,
];

/** @throws GatewayUnknown for errors that leave the outcome unknown; Stripe's clear rejections pass through. */
export async function callStripe<T>(call: () => Promise<T>): Promise<T> {
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
