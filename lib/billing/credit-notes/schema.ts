import { z } from "zod";
import { partySchema, sellerSchema } from "@/lib/billing/core/pdf/party";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";

export const creditNoteHead = z.object({
  id,
  number: z.string(),
  issuedAt: isoDateTime,
  reason: z.string(),
  invoice: z.object({ id, number: z.string() }),
  total: moneySchema,
  applied: moneySchema.describe("Amount applied to the invoice"),
  toCredit: moneySchema.describe("Amount added to account credit"),
});

const creditNoteLine = z.object({
  id,
  description: z.string(),
  net: moneySchema,
  taxBasisPoints: z.int().describe("2100 is 21 %"),
});

export const creditNoteDetail = creditNoteHead.extend({
  subtotal: moneySchema,
  tax: moneySchema,
  taxes: z.array(z.object({ basisPoints: z.int(), net: moneySchema, tax: moneySchema })),
  reverseCharge: z.boolean(),
  seller: sellerSchema,
  buyer: partySchema,
  lines: z.array(creditNoteLine),
});

export type CreditNoteHead = z.infer<typeof creditNoteHead>;
export type CreditNoteDetail = z.infer<typeof creditNoteDetail>;
