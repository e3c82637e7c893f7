import { z } from "zod";
import { partySchema, sellerSchema } from "@/lib/billing/core/pdf/party";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";

const movement = z.object({
  id,
  at: isoDateTime,
  what: z.string().describe("What moved the balance: Invoice, Payment, Credit note"),
  details: z.string().describe("The document or the means of payment"),
  invoiceId: id.nullable().describe("Where it is an invoice, or the end of one"),
  charge: moneySchema.nullable().describe("Raises what is owed"),
  credit: moneySchema.nullable().describe("Lowers what is owed"),
  balance: moneySchema.describe("After the movement; below nothing it is the customer's"),
});

const statementInCurrency = z.object({
  currency: z.string().length(3),
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
  currencies: z.array(statementInCurrency).describe("Nothing is converted"),
});

export type Statement = z.infer<typeof statement>;
export type StatementInCurrency = z.infer<typeof statementInCurrency>;
export type Movement = z.infer<typeof movement>;
