import { z } from "zod";
import { currency } from "@/lib/platform/kernel/currencies";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";
import { cursorPageOf } from "@/lib/platform/kernel/page";

export const paymentStatus = z.enum(["processing", "actionRequired", "succeeded", "failed", "cancelled"]);

const paidInvoice = z.object({
  id,
  number: z.string(),
  amount: moneySchema.describe("Amount of this payment for the invoice"),
});

export const paymentHead = z.object({
  id,
  status: paymentStatus,
  amount: moneySchema,
  refunded: moneySchema,
  method: z.string().describe("Label of the payment method, e.g. Visa •••• 4242"),
  paidBy: z.string().nullable().describe("Null for autopay"),
  at: isoDateTime.describe("When the payment was received, or requested if it wasn't"),
  invoices: z.array(paidInvoice),
});

export const paymentDetail = paymentHead.extend({
  kind: z.enum(["card", "sepaDebit"]).nullable(),
  actionUrl: z.string().nullable().describe("Where the payer confirms with their bank"),
  failure: z.string().nullable().describe("Why it failed, in words for the payer"),
  disputed: z.boolean().describe("Disputed by the payer's bank: the money is held or reversed"),
  sandbox: z.boolean().describe("Test mode: no money moves"),
});

export const paymentList = cursorPageOf(paymentHead);

const payableInvoice = z.object({ id, number: z.string(), due: moneySchema, dueAt: isoDateTime.nullable() });

const usableMethod = z.object({
  id,
  label: z.string(),
  kind: z.enum(["card", "sepaDebit"]),
  isDefault: z.boolean(),
  expMonth: z.int().nullable(),
  expYear: z.int().nullable(),
});

export const paymentPreview = z.object({
  invoices: z.array(payableInvoice),
  total: moneySchema,
  credit: moneySchema
    .optional()
    .describe("Account credit that could be applied. Only if the viewer can see account credit"),
  methods: z.array(usableMethod).describe("Default first; excludes expired methods and those the viewer can't see"),
  canUseDefault: z
    .boolean()
    .describe("Whether the default payment method can be charged, even if the viewer can't see it"),
  online: z
    .enum(["stripe", "sandbox"])
    .nullable()
    .describe("The active payment provider; null if payment is by bank transfer only"),
  underWay: z
    .array(z.object({ number: z.string(), paymentId: id }))
    .describe("Payments in progress for these invoices"),
});

export type PaymentHead = z.infer<typeof paymentHead>;
export type PaymentDetail = z.infer<typeof paymentDetail>;
export type PaymentPreview = z.infer<typeof paymentPreview>;

/** A payment for staff who issue a refund. */
export const refundable = z.object({
  id,
  version,
  method: z.string(),
  receivedAt: isoDateTime,
  byHand: z.boolean().describe("Received by bank transfer, so staff must transfer the refund themselves"),
  amount: moneySchema,
  left: moneySchema.describe("Amount neither refunded nor disputed"),
  fromCredit: moneySchema.describe("Amount refundable from account credit"),
  fromInvoices: moneySchema.describe("Amount refundable from the invoices, then from account credit"),
  invoices: z.array(z.object({ id, number: z.string() })).describe("Invoices that would become due again"),
  refunds: z.array(
    z.object({
      id,
      amount: moneySchema,
      status: z.enum(["processing", "succeeded", "failed"]),
      reason: z.string(),
      createdAt: isoDateTime,
    }),
  ),
});

export type Refundable = z.infer<typeof refundable>;

/** Data for the form that records a bank transfer. */
export const transferDesk = z.object({
  currency,
  invoices: z.array(z.object({ id, number: z.string(), dueAt: isoDateTime.nullable(), due: moneySchema })),
  total: z.int().describe("Number of open invoices; beyond a few hundred, those due last are omitted"),
});

export type TransferDesk = z.infer<typeof transferDesk>;
