import type Stripe from "stripe";
import { z } from "zod";
import { UnknownReport } from "@/lib/billing/gateways/payment-gateway";

/** Text that the database can keep. */
const text = z
  .string()
  .max(500)
  .refine((value) => !value.includes("\u0000"));
const ref = text.min(1).max(255);
const amount = z.int().nonnegative();
const currency = z.string().regex(/^[a-z]{3}$/i);
/** Some objects come as their id or whole. */
const idOf = z.union([ref, z.object({ id: ref })]);
const metadata = z.record(z.string(), z.unknown()).nullish();
const lastError = z.object({ code: text.nullish(), decline_code: text.nullish(), message: text.nullish() }).nullish();

const envelope = z.object({
  id: ref,
  type: ref,
  created: z.int().nonnegative(),
  livemode: z.boolean(),
  data: z.object({ object: z.record(z.string(), z.unknown()) }),
});

const shapes = {
  payment_intent: z.object({
    id: ref,
    status: ref,
    amount_received: amount,
    currency,
    metadata,
    last_payment_error: lastError,
    next_action: z.object({ redirect_to_url: z.object({ url: z.url().nullish() }).nullish() }).nullish(),
  }),
  refund: z.object({ id: ref, status: ref.nullish(), failure_reason: text.nullish(), metadata }),
  charge: z.object({ refunds: z.object({ data: z.array(z.record(z.string(), z.unknown())) }).nullish() }),
  dispute: z.object({ id: ref, status: ref, payment_intent: idOf.nullish(), amount, currency, reason: text }),
  setup_intent: z.object({ id: ref.regex(/^seti_[\w-]+$/) }),
};

/**
 * Makes sure that an event is what the SDK's types promise, as far as we read it. What a signature covers is from Stripe,
 * but not always for us: of another version, another program on the same account, or hand-made in the dashboard.
 *
 * @throws UnknownReport
 */
export function checkEnvelope(event: unknown): asserts event is Stripe.Event {
  check("event", envelope, event);
}

export function checkObject(kind: keyof typeof shapes, object: unknown): void {
  check(kind, shapes[kind], object);
}

function check(what: string, schema: z.ZodType, value: unknown): void {
  const { error } = schema.safeParse(value);
  if (!error) return;
  const fields = [...new Set(error.issues.map(({ path }) => path.join(".")))].filter(Boolean).join(", ");
  throw new UnknownReport(`The ${what} is not of a known shape${fields ? ` (${fields.slice(0, 200)})` : ""}.`);
}
