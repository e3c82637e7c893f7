import Stripe from "stripe";

export interface StripeSettings {
  readonly secretKey: string;
  /** Where the API is, when it is not Stripe's own: a stand-in of the tests. */
  readonly apiUrl?: string | undefined;
  /** How long an answer is waited for, in milliseconds. */
  readonly timeout?: number;
}

/** One repeat after a broken connection, under the same idempotency key; the payment is asked after again anyway. */
export function stripeClient({ secretKey, apiUrl, timeout = 20_000 }: StripeSettings): Stripe {
  const { hostname, port, protocol } = new URL(apiUrl ?? "https://api.stripe.com");
  return new Stripe(secretKey, {
    host: hostname,
    port: port || (protocol === "https:" ? 443 : 80),
    protocol: protocol === "https:" ? "https" : "http",
    maxNetworkRetries: 1,
    timeout,
    telemetry: false,
  });
}
