import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";
import { pageOf } from "@/lib/platform/kernel/page";

export const methodKind = z.enum(["card", "sepaDebit"]);

/** The active payment provider; null if there is none and invoices are paid by bank transfer. */
export const onlinePayment = z.enum(["stripe", "sandbox"]).nullable();

export const paymentMethod = z.object({
  id,
  kind: methodKind,
  brand: z.string().describe("Card brand or bank name"),
  last4: z.string(),
  expMonth: z.int().min(1).max(12).nullable(),
  expYear: z.int().nullable(),
  holder: z.string(),
  isDefault: z.boolean(),
  validity: z.enum(["valid", "expiring", "expired"]).describe("`expiring` means within two months"),
});

export const autopayStanding = z.object({
  on: z.boolean(),
  next: z
    .object({ at: isoDateTime, amount: moneySchema, invoices: z.int() })
    .nullable()
    .describe("The next autopay charge, from issued invoices the viewer can see"),
});

export const paymentMethodList = pageOf(paymentMethod).extend({
  default: paymentMethod.nullable(),
  autopay: autopayStanding,
  online: onlinePayment,
});

const testMethod = z.object({ token: z.string(), number: z.string(), brand: z.string(), effect: z.string() });

export const setupStanding = z.object({
  id,
  status: z.enum(["waiting", "succeeded", "failed"]),
  methodId: id.nullable(),
  message: z.string().nullable().describe("Why it failed, in words for the user"),
});

export const setupDetail = setupStanding.extend({
  kind: methodKind,
  makeDefault: z.boolean(),
  replaces: z.string().nullable().describe("Label of the payment method it replaces"),
  label: z.string().nullable().describe("Label of the payment method added"),
  creditor: z.string().describe("The creditor authorised by the mandate"),
  gateway: z.discriminatedUnion("name", [
    z.object({ name: z.literal("none") }),
    z.object({ name: z.literal("sandbox"), tests: z.array(testMethod) }),
    z.object({
      name: z.literal("stripe"),
      publishableKey: z.string(),
      clientSecret: z.string().describe("For Stripe's script in the browser"),
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
