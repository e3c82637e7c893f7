import { totalsOf } from "@/lib/billing/core/pricing/totals";
import { loadParties } from "@/lib/billing/core/tax/parties";
import { lockMoney, type Told } from "@/lib/billing/core/work";
import { Problem } from "@/lib/platform/kernel/problem";
import { bookInvoice, type IssuedInvoice } from "./book-invoice";
import { numberInvoice } from "./number-invoice";

/**
 * From here on the invoice is owed: it gets the next number of its series, the parties as they are now, and its place
 * in the ledger; account credit pays as much of it as there is.
 *
 * @throws Problem `conflict` where it is no draft. And as `loadParties` does.
 */
export async function issueDraft(work: Told, invoiceId: string, dueAt: Date): Promise<IssuedInvoice> {
  await lockMoney(work);
  const { db, account } = work;
  const draft = await db.invoice.findFirst({
    where: { accountId: account.id, id: invoiceId },
    include: { lines: { select: { totalMinor: true, taxBasisPoints: true } } },
  });
  if (draft === null) throw new Problem("conflict", "Only a draft can be issued.");
  const numbered = await numberInvoice(work, draft, await loadParties(work), dueAt);
  await db.invoice.updateMany({
    where: { accountId: account.id, id: invoiceId, status: "draft" },
    data: { ...numbered, version: { increment: 1 } },
  });
  const { taxes } = totalsOf(draft.lines, draft.taxMode);
  return bookInvoice(work, { ...draft, ...numbered, taxes });
}
