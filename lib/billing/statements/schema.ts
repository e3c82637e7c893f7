import { z } from "zod";
import { partySchema, sellerSchema } from "@/lib/billing/core/pdf/party";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";
import { mostLinesOnPage } from "@/lib/platform/rendering/download-limits";

const movement = z.object({
  id,
  at: isoDateTime,
  what: z.string().describe("Type of transaction: Invoice, Payment, Credit note"),
  details: z.string().describe("The document or payment method"),
  invoiceId: id.nullable().describe("Set for an invoice, its voiding or write-off"),
  charge: moneySchema.nullable().describe("Increases the balance"),
  credit: moneySchema.nullable().describe("Decreases the balance"),
  balance: moneySchema.describe("Balance after the transaction; negative is account credit"),
});

const statementInCurrency = z.object({
  currency: z.string().length(3),
  count: z.int().describe("Transactions in the period, listed or not"),
  opening: moneySchema,
  movements: z.array(movement),
  charges: moneySchema,
  credits: moneySchema,
  closing: moneySchema,
});

export const statement = z.object({
  from: z.string(),
  to: z.string(),
  seller: sellerSchema,
  buyer: partySchema,
  customerNumber: z.string(),
  listed: z
    .boolean()
    .describe(
      `False if only the first ${mostLinesOnPage} transactions are listed; the balances cover all of them, and a file lists them all`,
    ),
  currencies: z.array(statementInCurrency).describe("One part per currency, without conversion"),
});

export type Statement = z.infer<typeof statement>;
export type StatementInCurrency = z.infer<typeof statementInCurrency>;
export type Movement = z.infer<typeof movement>;
