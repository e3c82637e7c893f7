import { discountable } from "@/lib/billing/core/pricing/price-lines";
import { loadParties } from "@/lib/billing/core/tax/parties";
import { lockMoney, type Work } from "@/lib/billing/core/work";
import { Problem, staleVersion } from "@/lib/platform/kernel/problem";
import { draftContents, type InvoiceToDraft } from "./draft-contents";

/**
 * Puts other lines in the place of a draft's.
 *
 * @param seen the version that the change was made from
 * @throws Problem `conflict` where somebody else changed or issued it, or where it bills services by itself: coupons were
 *   used up for those lines. And as `loadParties` and `draftContents` do.
 */
export async function redraftInvoice(
  work: Work,
  invoiceId: string,
  seen: number,
  draft: InvoiceToDraft,
): Promise<void> {
  await lockMoney(work);
  const { db, account } = work;
  const its = { accountId: account.id, invoiceId };
  const kinds = await db.invoiceLine.findMany({ where: its, select: { kind: true } });
  if (kinds.some(discountable)) throw new Problem("conflict", "The lines of this draft come from services.");
  const { invoice, lines } = await draftContents(work, draft, await loadParties(work), []);
  const { count } = await db.invoice.updateMany({
    where: { accountId: account.id, id: invoiceId, status: "draft", version: seen },
    data: { ...invoice, version: { increment: 1 } },
  });
  if (count === 0) throw staleVersion();
  await db.invoiceLine.deleteMany({ where: its });
  await db.invoiceLine.createMany({ data: lines.map((line) => ({ ...line, ...its })) });
}
