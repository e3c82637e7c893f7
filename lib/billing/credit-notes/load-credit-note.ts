import { taxesOf } from "@/lib/billing/core/credits/credit-totals";
import { partySchema, sellerSchema } from "@/lib/billing/core/pdf/party";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { money } from "@/lib/platform/kernel/money";
import { notFound } from "@/lib/platform/kernel/problem";
import type { Context } from "@/lib/platform/operations/operation";
import { creditNoteHeadFields, toCreditNoteHead } from "./list-credit-notes";
import type { CreditNoteDetail } from "./schema";

/** A credit note of the account, as shown on the page and the PDF. Throws `not-found`. */
export async function loadCreditNote(context: Context<"account">, creditNoteId: string): Promise<CreditNoteDetail> {
  const row = await context.db.creditNote.findFirst({
    where: { accountId: context.account.id, id: creditNoteId },
    select: fields,
  });
  if (row === null) throw notFound();
  const amount = (minor: bigint) => money(minor, row.currency);
  return {
    ...toCreditNoteHead(row),
    subtotal: amount(row.subtotalMinor),
    tax: amount(row.taxMinor),
    taxes: taxesOf(row.lines).map(({ basisPoints, netMinor, taxMinor }) => ({
      basisPoints,
      net: amount(netMinor),
      tax: amount(taxMinor),
    })),
    reverseCharge: row.reverseCharge,
    seller: sellerSchema.parse(row.seller),
    buyer: partySchema.parse(row.buyer),
    lines: row.lines.map(({ id, description, totalMinor, taxBasisPoints }) => ({
      id,
      description,
      net: amount(totalMinor),
      taxBasisPoints,
    })),
  };
}

const fields = {
  ...creditNoteHeadFields,
  subtotalMinor: true,
  taxMinor: true,
  reverseCharge: true,
  seller: true,
  buyer: true,
  lines: {
    select: { id: true, description: true, totalMinor: true, taxMinor: true, taxBasisPoints: true },
    orderBy: { position: "asc" },
  },
} satisfies Prisma.CreditNoteSelect;
