import { z } from "zod";
import { invoiceStatuses } from "@/lib/billing/invoice-lifecycle";
import { isoDateTime } from "@/lib/kernel/dates";
import { id } from "@/lib/kernel/ids";
import { moneySchema } from "@/lib/kernel/money";
import { pageOf } from "@/lib/kernel/page";

/** Stored statuses and `overdue`, which is open and past its due date. */
export const invoiceStanding = z.enum([...invoiceStatuses, "overdue"]);

/** What a list can be narrowed to: a standing, or `unpaid` for open and overdue together. */
export const invoiceFilter = z.enum([...invoiceStanding.options, "unpaid"]);

/** Name, address and tax number of one side, as they were when the invoice was issued. */
export const partySchema = z.object({
  name: z.string(),
  lines: z.array(z.string()),
  vatId: z.string().nullish(),
});

/** The seller also says how to reach and to pay them. */
export const sellerSchema = partySchema.extend({
  registration: z.string().nullish().describe("Entry in the trade register"),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  bank: z.object({ name: z.string(), iban: z.string(), bic: z.string() }).nullish(),
});

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
  total: moneySchema,
  taxBasisPoints: z.int().describe("2100 is 21 %"),
  periodStart: isoDateTime.nullable(),
  periodEnd: isoDateTime.nullable(),
  serviceId: id.optional().describe("Where the viewer may see the service"),
});

const invoiceTax = z.object({ basisPoints: z.int(), net: moneySchema, tax: moneySchema });

const invoicePayment = z.object({ id, method: z.string(), amount: moneySchema, receivedAt: isoDateTime });

export const invoiceDetail = invoiceHead.extend({
  subtotal: moneySchema,
  tax: moneySchema,
  taxes: z.array(invoiceTax),
  paid: moneySchema,
  paidAt: isoDateTime.nullable(),
  seller: sellerSchema,
  buyer: partySchema,
  note: z.string().nullable(),
  lines: z.array(invoiceLine),
  payments: z.array(invoicePayment),
});

export type InvoiceFilter = z.infer<typeof invoiceFilter>;
export type InvoiceList = z.infer<typeof invoiceList>;
export type InvoiceHead = z.infer<typeof invoiceHead>;
export type InvoiceDetail = z.infer<typeof invoiceDetail>;
