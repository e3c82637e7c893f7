import type { BillingContext } from "@/lib/billing/core/billing-context";
import type { DraftContents } from "./draft-contents";
import type { numberInvoice } from "./number-invoice";

type Contents = Pick<DraftContents, "invoice" | "lines">;
type Numbered = Awaited<ReturnType<typeof numberInvoice>>;

/** Writes an invoice with its lines, as a draft unless it was numbered, and returns its id. */
export async function writeInvoice(
  { db, account, now }: BillingContext,
  { invoice, lines }: Contents,
  numbered?: Numbered,
): Promise<string> {
  const { id } = await db.invoice.create({
    data: { ...invoice, status: "draft", ...numbered, accountId: account.id, createdAt: now },
    select: { id: true },
  });
  await db.invoiceLine.createMany({ data: lines.map((line) => ({ ...line, accountId: account.id, invoiceId: id })) });
  return id;
}

/** Writes other contents into a draft, and numbers it if it is issued with that. False where it is no draft of that version. */
export async function rewriteDraft(
  { db, account }: BillingContext,
  draft: { readonly id: string; readonly version: number },
  { invoice, lines }: Contents,
  numbered?: Numbered,
): Promise<boolean> {
  const its = { accountId: account.id, invoiceId: draft.id };
  const { count } = await db.invoice.updateMany({
    where: { accountId: account.id, id: draft.id, status: "draft", version: draft.version },
    data: { ...invoice, ...numbered, version: { increment: 1 } },
  });
  if (count === 0) return false;
  await db.invoiceLine.deleteMany({ where: its });
  await db.invoiceLine.createMany({ data: lines.map((line) => ({ ...line, ...its })) });
  return true;
}
