import { z } from "zod";
import { currency } from "@/lib/platform/kernel/currencies";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";
import { pageOf } from "@/lib/platform/kernel/page";

export const paymentStatus = z.enum(["processing", "actionRequired", "succeeded", "failed", "cancelled"]);

const paidInvoice = z.object({
  id,
  number: z.string(),
  amount: moneySchema.describe("What of it this payment is for"),
});

export const paymentHead = z.object({
  id,
  status: paymentStatus,
  amount: moneySchema,
  refunded: moneySchema,
  method: z.string().describe("As the payer knows it: Visa •••• 4242"),
  paidBy: z.string().nullable().describe("Null for an automatic payment"),
  at: isoDateTime.describe("When the money was there, else when it was asked for"),
  invoices: z.array(paidInvoice),
});

export const paymentDetail = paymentHead.extend({
  kind: z.enum(["card", "sepaDebit"]).nullable(),
  actionUrl: z.string().nullable().describe("Where the payer's bank waits for them"),
  failure: z.string().nullable().describe("Why it failed, for the payer"),
  disputed: z.boolean().describe("The payer's bank has taken the money back, for now or for good"),
  sandbox: z.boolean().describe("At the sandbox bank: no money has moved"),
});

export const paymentList = pageOf(paymentHead);

const payableInvoice = z.object({ id, number: z.string(), due: moneySchema, dueAt: isoDateTime.nullable() });

const usableMethod = z.object({ id, label: z.string(), kind: z.enum(["card", "sepaDebit"]), isDefault: z.boolean() });

export const paymentPreview = z.object({
  invoices: z.array(payableInvoice),
  total: moneySchema,
  credit: moneySchema
    .optional()
    .describe("Account credit that could pay towards them. Only for those who may see the account's credit"),
  methods: z.array(usableMethod).describe("The default first; without those that have expired or may not be seen"),
  canUseDefault: z.boolean().describe("There is a default method that can be charged, whether it may be seen or not"),
  online: z.enum(["stripe", "sandbox"]).nullable().describe("Who takes payments; null: nobody, pay by bank transfer"),
  underWay: z.array(z.object({ number: z.string(), paymentId: id })).describe("Payments that are under way for them"),
});

export type PaymentHead = z.infer<typeof paymentHead>;
export type PaymentDetail = z.infer<typeof paymentDetail>;
export type PaymentPreview = z.infer<typeof paymentPreview>;

/** A payment as staff see it who are about to pay some of it back. */
export const refundable = z.object({
  id,
  version,
  method: z.string(),
  receivedAt: isoDateTime,
  byHand: z.boolean().describe("It came by bank transfer, and goes back by one that staff make"),
  amount: moneySchema,
  left: moneySchema.describe("What has been neither refunded nor disputed"),
  fromCredit: moneySchema.describe("What of that can be refunded from the account's credit"),
  fromInvoices: moneySchema.describe("What can be refunded from the invoices, and from the credit after them"),
  invoices: z.array(z.object({ id, number: z.string() })).describe("Those that would be owed again"),
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

/** What staff begin with who write down a bank transfer. */
export const transferDesk = z.object({
  currency,
  invoices: z.array(z.object({ id, number: z.string(), dueAt: isoDateTime.nullable(), due: moneySchema })),
  total: z.int().describe("How many are open: beyond a few hundred those that are due last are left out"),
});

export type TransferDesk = z.infer<typeof transferDesk>;
