import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";

export const methodKind = z.enum(["card", "sepaDebit"]);

/** Who takes payments: null where nobody does, and invoices are paid by bank transfer. */
export const onlinePayment = z.enum(["stripe", "sandbox"]).nullable();

export const paymentMethod = z.object({
  id,
  kind: methodKind,
  brand: z.string().describe("Of the card, or the name of the bank"),
  last4: z.string(),
  expMonth: z.int().min(1).max(12).nullable(),
  expYear: z.int().nullable(),
  holder: z.string(),
  isDefault: z.boolean(),
  validity: z.enum(["valid", "expiring", "expired"]).describe("Expiring: within two months"),
});

export const autopayStanding = z.object({
  on: z.boolean(),
  next: z
    .object({ at: isoDateTime, amount: moneySchema, invoices: z.int() })
    .nullable()
    .describe("The next automatic payment, as far as invoices are issued and the viewer may see them"),
});

export const paymentMethodList = z.object({
  items: z.array(paymentMethod),
  autopay: autopayStanding,
  online: onlinePayment,
});

const testMethod = z.object({ token: z.string(), number: z.string(), brand: z.string(), effect: z.string() });

export const setupStanding = z.object({
  id,
  status: z.enum(["waiting", "succeeded", "failed"]),
  methodId: id.nullable(),
  message: z.string().nullable().describe("Why it failed, for people"),
});

export const setupDetail = setupStanding.extend({
  kind: methodKind,
  makeDefault: z.boolean(),
  replaces: z.string().nullable().describe("The method whose place it takes, as people know it"),
  label: z.string().nullable().describe("What was added, as people know it"),
  creditor: z.string().describe("Who is authorised to debit a bank account"),
  gateway: z.discriminatedUnion("name", [
    z.object({ name: z.literal("none") }),
    z.object({ name: z.literal("sandbox"), tests: z.array(testMethod) }),
    z.object({
      name: z.literal("stripe"),
      publishableKey: z.string(),
      clientSecret: z.string().describe("For Stripe's own script in this browser"),
    }),
  ]),
});

export const setupChoices = z.object({
  online: onlinePayment,
  replaces: z.object({ label: z.string(), isDefault: z.boolean() }).nullable(),
  hasDefault: z.boolean(),
});

export type SetupChoices = z.infer<typeof setupChoices>;
export type PaymentMethod = z.infer<typeof paymentMethod>;
export type PaymentMethodList = z.infer<typeof paymentMethodList>;
export type AutopayStanding = z.infer<typeof autopayStanding>;
export type SetupDetail = z.infer<typeof setupDetail>;
export type TestMethod = z.infer<typeof testMethod>;
