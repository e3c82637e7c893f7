import Stripe from "stripe";

export interface StripeSettings {
  readonly secretKey: string;
  /** The API address if it isn't Stripe's own: a stand-in for tests. */
  readonly apiUrl?: string | undefined;
  /** Request timeout in milliseconds. */
  readonly timeout?: number;
}

/** One retry after a broken connection, under the same idempotency key; the payment is checked again later anyway. */
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
