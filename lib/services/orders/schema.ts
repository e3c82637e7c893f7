import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";
import { issue } from "@/lib/platform/language/msg";
import { invoicePreview, price, product, term } from "@/lib/services/core/schema";

/** As typed; empty means none. */
export const couponCode = z.string().trim().max(40, issue("A coupon code can have up to 40 characters.")).default("");

/** Whether account credit is applied to an order's invoice. */
export const useCredit = z.boolean().default(true).describe("Whether to apply account credit to the invoice");

export const orderQuote = z.object({
  product,
  term,
  options: z.array(z.object({ name: z.string(), choice: z.string() })),
  coupon: z.string().nullable().describe("Name of the coupon, if a valid code was given"),
  mistakes: z.record(z.string(), z.string()).describe("Validation errors by field"),
  invoice: invoicePreview.optional().describe("Only for viewers with access to service prices"),
  credit: z
    .object({
      available: moneySchema,
      used: moneySchema.describe("Credit applied to the invoice"),
      due: moneySchema.describe("Amount due after credit"),
    })
    .optional()
    .describe("Only for viewers with access to service prices and account credit, if there is any"),
});

export const orderStatuses = ["placed", "fulfilled", "declined", "cancelled"] as const;

export const placedOrder = z.object({
  id,
  number: z.int(),
  placedAt: isoDateTime,
  product: z.string(),
  name: z.string(),
  location: z.string(),
  status: z.enum(orderStatuses),
  settingUp: z.boolean().describe("Paid, but the service is not set up yet"),
  options: z.array(z.string()),
  serviceId: id.optional().describe("If the viewer can see the service"),
  price,
  invoice: z
    .object({ id, number: z.string().nullable(), due: moneySchema })
    .optional()
    .describe("If the viewer can see invoices"),
});

export type OrderQuote = z.infer<typeof orderQuote>;
export type PlacedOrder = z.infer<typeof placedOrder>;
