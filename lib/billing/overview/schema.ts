import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";

const dueInvoice = z.object({
  id,
  number: z.string(),
  dueAt: isoDateTime.nullable(),
  overdue: z.boolean(),
  left: moneySchema,
  byHand: z.boolean().describe("Autopay is on but has stopped retrying this invoice"),
  payable: z.boolean().describe("False while a payment is in progress, or if the viewer can't pay"),
});

const nextCharge = z.object({
  at: isoDateTime,
  kind: z.enum(["autopay", "renewal"]),
  what: z.string(),
  amount: moneySchema.describe("For a renewal, before tax"),
});

const spendInCurrency = z.object({
  currency: z.string().length(3),
  months: z.array(z.object({ month: z.string(), net: moneySchema, tax: moneySchema, total: moneySchema })),
});

const recentDocument = z.object({
  kind: z.enum(["invoice", "creditNote", "payment"]),
  id,
  title: z.string(),
  at: isoDateTime,
  amount: moneySchema,
});

/** Parts the viewer can't see are omitted. */
export const overview = z.object({
  due: z.object({
    totals: z.array(z.object({ due: moneySchema, overdue: moneySchema })).describe("One entry per currency"),
    count: z.int(),
    first: z.array(dueInvoice).describe("The five earliest due"),
  }),
  autopay: z.boolean(),
  nextCharges: z.array(nextCharge),
  credit: z.array(moneySchema).optional(),
  method: z.object({ label: z.string(), expired: z.boolean() }).nullable().optional(),
  spend: z.array(spendInCurrency).describe("The last twelve months, net of credit notes"),
  recent: z.array(recentDocument),
});

export type Overview = z.infer<typeof overview>;
export type SpendInCurrency = z.infer<typeof spendInCurrency>;
