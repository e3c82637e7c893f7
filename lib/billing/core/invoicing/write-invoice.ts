import type { Work } from "@/lib/billing/core/work";
import type { DraftContents } from "./draft-contents";
import type { numberInvoice } from "./number-invoice";

/** Writes an invoice with its lines, as a draft unless it was numbered, and returns its id. */
export async function writeInvoice(
  { db, account, now }: Work,
  { invoice, lines }: Pick<DraftContents, "invoice" | "lines">,
  numbered?: Awaited<ReturnType<typeof numberInvoice>>,
): Promise<string> {
  const { id } = await db.invoice.create({
    data: { ...invoice, status: "draft", ...numbered, accountId: account.id, createdAt: now },
    select: { id: true },
  });
  await db.invoiceLine.createMany({ data: lines.map((line) => ({ ...line, accountId: account.id, invoiceId: id })) });
  return id;
}
