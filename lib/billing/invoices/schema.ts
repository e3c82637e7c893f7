import { z } from "zod";
import { invoiceStatuses } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { partySchema, sellerSchema } from "@/lib/billing/core/pdf/party";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";
import { pageOf } from "@/lib/platform/kernel/page";

/** Stored statuses and `overdue`, which is open and past its due date. */
export const invoiceStanding = z.enum([...invoiceStatuses, "overdue"]);

/** What a list can be narrowed to: a standing, or `unpaid` for open and overdue together. */
export const invoiceFilter = z.enum([...invoiceStanding.options, "unpaid"]);

const invoiceHead = z.object({
  id,
  number: z.string().nullable().describe("Given on issue; a draft has none"),
  standing: invoiceStanding,
  issuedAt: isoDateTime.nullable(),
  dueAt: isoDateTime.nullable(),
  total: moneySchema,
  due: moneySchema.describe("What is still to be paid"),
});

const dueInCurrency = z.object({
  due: moneySchema,
  overdue: moneySchema,
  unpaidCount: z.int(),
  overdueCount: z.int(),
  nextDueAt: isoDateTime.nullable().describe("The first due date that has not passed"),
});

export const invoiceList = pageOf(invoiceHead).extend({
  due: z.array(dueInCurrency).describe("Over all invoices, whatever the filters; one entry a currency"),
  years: z.array(z.int()).describe("Years in which invoices were issued, latest first"),
});

const invoiceLine = z.object({
  id,
  description: z.string(),
  quantity: z.int(),
  unit: moneySchema,
  discount: moneySchema.describe("Taken off the line; the total is what is left"),
  total: moneySchema,
  taxBasisPoints: z.int().describe("2100 is 21 %"),
  periodStart: isoDateTime.nullable(),
  periodEnd: isoDateTime.nullable(),
  serviceId: id.optional().describe("Where the viewer may see the service"),
});

const invoiceTax = z.object({ basisPoints: z.int(), net: moneySchema, tax: moneySchema });

const invoicePayment = z.object({
  id,
  method: z.string(),
  amount: moneySchema.describe("What was paid of this invoice, before refunds"),
  returned: moneySchema.describe("What of it went back to the payer"),
  receivedAt: isoDateTime,
});

const invoiceCredit = z.object({
  id,
  number: z.string(),
  issuedAt: isoDateTime,
  total: moneySchema,
  applied: moneySchema.describe("What of it lowered this invoice; the rest became account credit"),
});

export const invoiceDetail = invoiceHead.extend({
  subtotal: moneySchema,
  tax: moneySchema,
  taxes: z.array(invoiceTax),
  taxMode: z.enum(["exclusive", "inclusive"]).describe("Whether the amounts of the lines contain the tax"),
  reverseCharge: z.boolean().describe("The buyer accounts for the tax"),
  discount: moneySchema.describe("Taken off the lines in all"),
  paid: moneySchema.describe("By payments and by account credit"),
  creditApplied: moneySchema.describe("Paid from the account's credit"),
  credited: moneySchema.describe("Taken back by credit notes"),
  paidAt: isoDateTime.nullable(),
  seller: sellerSchema,
  buyer: partySchema,
  note: z.string().nullable(),
  lines: z.array(invoiceLine),
  payments: z.array(invoicePayment),
  creditNotes: z.array(invoiceCredit).describe("Empty for those who may not see credit"),
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
  left: moneySchema.describe("Net, what credit notes have not taken back of it"),
});

const managedPayment = z.object({ id, method: z.string(), receivedAt: isoDateTime, left: moneySchema });

/** An invoice as staff see it who are about to do something to it. */
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
  credit: moneySchema.describe("Credit of the account in this currency, which pays the invoice on issue"),
  creditable: moneySchema.describe("With tax, what credit notes have not taken back"),
  lines: z.array(managedLine),
  payments: z.array(managedPayment).describe("Received ones that can be paid back, with what is left of each"),
  underWay: z.boolean().describe("A payment for it is under way"),
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
  obstacle: z.string().nullable().describe("Why it cannot be issued at the moment; the rest is left out then"),
  plan: z
    .object({
      subtotal: moneySchema,
      tax: moneySchema,
      taxes: z.array(invoiceTax),
      reverseCharge: z.boolean(),
      total: moneySchema,
      credit: moneySchema.describe("What account credit pays of it"),
      due: moneySchema,
      dueAt: isoDateTime,
      buyer: partySchema,
      accountCurrency: z.string().describe("Of the account now: an invoice keeps the currency it was drafted in"),
    })
    .optional(),
  changes: z.array(issueChange).optional().describe("Where the invoice would not say what the draft says"),
  seen: z.string().optional().describe("To be sent along with the order to issue it"),
});

export type IssuePreview = z.infer<typeof issuePreview>;

/** What a command on an invoice answers. */
export const invoiceState = z.object({ id, version, standing: invoiceStanding });
