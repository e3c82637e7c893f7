import type Stripe from "stripe";
import { z } from "zod";
import { UnknownReport } from "@/lib/billing/gateways/payment-gateway";

/** Text the database can store. */
const text = z
  .string()
  .max(500)
  .refine((value) => !value.includes("\u0000"));
const ref = text.min(1).max(255);
const amount = z.int().nonnegative();
const currency = z.string().regex(/^[a-z]{3}$/i);
/** Some objects come either as an id or expanded. */
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
 * Checks that an event matches the SDK's types, as far as we read it. A valid signature means it is from Stripe, but
 * not that it is for us: it may be another API version, another program on the same account, or hand-made in the
 * dashboard.
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
  throw new UnknownReport(`The ${what} has an unknown shape${fields ? ` (${fields.slice(0, 200)})` : ""}.`);
}
