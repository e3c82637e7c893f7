import { type BillingContext, lockMoney } from "@/lib/billing/core/billing-context";
import { discountable } from "@/lib/billing/core/pricing/price-lines";
import { loadParties } from "@/lib/billing/core/tax/parties";
import { Problem, staleVersion } from "@/lib/platform/kernel/problem";
import { draftContents, type InvoiceToDraft } from "./draft-contents";
import { rewriteDraft } from "./write-invoice";

/**
 * Puts other lines in the place of a draft's.
 *
 * @param seen the version that the change was made from
 * @throws Problem `conflict` where somebody else changed or issued it, or where its lines bill services: whoever writes by
 *   hand would part them from their periods. And as `loadParties` and `draftContents` do.
 */
export async function redraftInvoice(
  work: BillingContext,
  invoiceId: string,
  seen: number,
  draft: InvoiceToDraft,
): Promise<void> {
  await lockMoney(work);
  const { db, account } = work;
  const kinds = await db.invoiceLine.findMany({ where: { accountId: account.id, invoiceId }, select: { kind: true } });
  if (kinds.some(discountable)) throw new Problem("conflict", "The lines of this draft come from services.");
  const contents = await draftContents(work, draft, await loadParties(work), []);
  if (!(await rewriteDraft(work, { id: invoiceId, version: seen }, contents))) throw staleVersion();
}
