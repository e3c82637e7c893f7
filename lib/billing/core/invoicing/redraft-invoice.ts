import { type BillingContext, lockMoney } from "@/lib/billing/core/billing-context";
import { discountable } from "@/lib/billing/core/pricing/price-lines";
import { loadParties } from "@/lib/billing/core/tax/parties";
import { Problem, staleVersion } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { draftContents, type InvoiceToDraft } from "./draft-contents";
import { rewriteDraft } from "./write-invoice";

/**
 * Replaces the lines of a draft.
 *
 * @param seen the version the change is based on
 * @throws Problem `conflict` if someone else changed or issued it, or if its lines bill services: manual edits would
 *   detach them from their billing periods. Also throws as `loadParties` and `draftContents` do.
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
  if (kinds.some(discountable))
    throw new Problem("conflict", t("This draft bills services, so its lines can't be edited."));
  const contents = await draftContents(work, draft, await loadParties(work), []);
  if (!(await rewriteDraft(work, { id: invoiceId, version: seen }, contents))) throw staleVersion();
}
