import type { BillingContext } from "@/lib/billing/core/billing-context";
import type { DraftContents } from "./draft-contents";
import type { numberInvoice } from "./number-invoice";

type Contents = Pick<DraftContents, "invoice" | "lines">;
type Numbered = Awaited<ReturnType<typeof numberInvoice>>;

/** Saves an invoice with its lines, as a draft unless it has a number, and returns its id. */
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

/** Replaces a draft's contents, and its number if it is being issued. False if it isn't a draft of that version. */
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
