import { type FakeStripe, fakeStripe } from "./fake-stripe";

export const WEBHOOK_SECRET = "whsec_test";

/** A Stripe of this test's own, and settings by which the portal of this process takes payments there. */
export async function stripeInUse(): Promise<FakeStripe> {
  const stripe = await fakeStripe();
  Object.assign(process.env, {
    STRIPE_SECRET_KEY: "sk_test_1",
    STRIPE_PUBLISHABLE_KEY: "pk_test_1",
    STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    STRIPE_API_URL: stripe.url,
  });
  return stripe;
}
