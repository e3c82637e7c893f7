import { z } from "zod";
import { invoiceStatuses } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { partySchema, sellerSchema } from "@/lib/billing/core/pdf/party";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";
import { cursorPageOf } from "@/lib/platform/kernel/page";

/** The stored statuses, plus `overdue`: open and past the due date. */
export const invoiceStanding = z.enum([...invoiceStatuses, "overdue"]);

/** Status filters of the list; `unpaid` covers open and overdue. */
export const invoiceFilter = z.enum([...invoiceStanding.options, "unpaid"]);

const invoiceHead = z.object({
  id,
  number: z.string().nullable().describe("Assigned on issue; null for a draft"),
  standing: invoiceStanding,
  issuedAt: isoDateTime.nullable(),
  dueAt: isoDateTime.nullable(),
  total: moneySchema,
  due: moneySchema.describe("Amount due"),
});

const dueInCurrency = z.object({
  due: moneySchema,
  overdue: moneySchema,
  unpaidCount: z.int(),
  overdueCount: z.int(),
  nextDueAt: isoDateTime.nullable().describe("Next due date that has not passed"),
});

export const invoiceList = cursorPageOf(invoiceHead).extend({
  due: z.array(dueInCurrency).describe("Balance due over all invoices, ignoring filters; one entry per currency"),
  years: z.array(z.int()).describe("Years in which invoices were issued, latest first"),
});

const invoiceLine = z.object({
  id,
  description: z.string(),
  quantity: z.int(),
  unit: moneySchema,
  discount: moneySchema.describe("Discount on the line; the total is after discount"),
  total: moneySchema,
  taxBasisPoints: z.int().describe("2100 is 21 %"),
  periodStart: isoDateTime.nullable(),
  periodEnd: isoDateTime.nullable(),
  serviceId: id.optional().describe("Present if the viewer can see the service"),
});

const invoiceTax = z.object({ basisPoints: z.int(), net: moneySchema, tax: moneySchema });

const invoicePayment = z.object({
  id,
  method: z.string(),
  amount: moneySchema.describe("Amount paid towards this invoice, before refunds"),
  returned: moneySchema.describe("Amount refunded or reversed"),
  receivedAt: isoDateTime,
});

const invoiceCredit = z.object({
  id,
  number: z.string(),
  issuedAt: isoDateTime,
  total: moneySchema,
  applied: moneySchema.describe("Amount applied to this invoice; the rest became account credit"),
});

export const invoiceDetail = invoiceHead.extend({
  subtotal: moneySchema,
  tax: moneySchema,
  taxes: z.array(invoiceTax),
  taxMode: z.enum(["exclusive", "inclusive"]).describe("Whether line amounts exclude or include tax"),
  reverseCharge: z.boolean().describe("The buyer accounts for the tax"),
  discount: moneySchema.describe("Total discount on the lines"),
  paid: moneySchema.describe("Paid by payments and account credit"),
  creditApplied: moneySchema.describe("Paid from account credit"),
  credited: moneySchema.describe("Credited by credit notes"),
  paidAt: isoDateTime.nullable(),
  seller: sellerSchema,
  buyer: partySchema,
  note: z.string().nullable(),
  lines: z.array(invoiceLine),
  payments: z.array(invoicePayment),
  creditNotes: z.array(invoiceCredit).describe("Empty if the viewer can't see account credit"),
});

export type InvoiceFilter = z.infer<typeof invoiceFilter>;
export type InvoiceList = z.infer<typeof invoiceList>;
export type InvoiceHead = z.infer<typeof invoiceHead>;
export type InvoiceDetail = z.infer<typeof invoiceDetail>;

const managedLine = z.object({
  id,
  description: z.string(),
  quantity: z.int(),
  unit: moneySchema,
  taxCategory: z.string(),
  taxBasisPoints: z.int(),
  left: moneySchema.describe("Net amount that can still be credited"),
});

const managedPayment = z.object({ id, method: z.string(), receivedAt: isoDateTime, left: moneySchema });

/** An invoice for staff who manage it. */
export const managedInvoice = z.object({
  id,
  version,
  number: z.string().nullable(),
  standing: invoiceStanding,
  dueAt: isoDateTime.nullable(),
  note: z.string().nullable(),
  taxMode: z.enum(["exclusive", "inclusive"]),
  total: moneySchema,
  paid: moneySchema,
  credited: moneySchema,
  due: moneySchema,
  credit: moneySchema.describe("Account credit in this currency, applied on issue"),
  creditable: moneySchema.describe("Amount that can still be credited, including tax"),
  lines: z.array(managedLine),
  payments: z.array(managedPayment).describe("Payments that can be refunded, with the refundable amount of each"),
  underWay: z.boolean().describe("A payment is in progress"),
  may: z.object({
    edit: z.boolean(),
    void: z.boolean(),
    writeOff: z.boolean(),
    credit: z.boolean(),
  }),
});

export type ManagedInvoice = z.infer<typeof managedInvoice>;

const issueChange = z.object({
  what: z.enum(["buyer", "seller", "tax", "discount", "total", "dueOn"]),
  drafted: z.string(),
  issued: z.string(),
});

export type IssueChange = z.infer<typeof issueChange>;

export const issuePreview = z.object({
  obstacle: z.string().nullable().describe("Why it can't be issued now; if set, the other fields are omitted"),
  plan: z
    .object({
      subtotal: moneySchema,
      tax: moneySchema,
      taxes: z.array(invoiceTax),
      reverseCharge: z.boolean(),
      total: moneySchema,
      credit: moneySchema.describe("Amount paid from account credit"),
      due: moneySchema,
      dueAt: isoDateTime,
      buyer: partySchema,
      accountCurrency: z
        .string()
        .describe("The account's current currency; an invoice keeps the currency it was drafted in"),
    })
    .optional(),
  changes: z.array(issueChange).optional().describe("Differences between the draft and the invoice"),
  seen: z.string().optional().describe("Token to send when issuing the invoice"),
});

export type IssuePreview = z.infer<typeof issuePreview>;

/** The result of a command on an invoice. */
export const invoiceState = z.object({ id, version, standing: invoiceStanding });
