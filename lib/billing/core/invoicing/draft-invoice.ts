import { redeemCoupons } from "@/lib/billing/core/pricing/redeem-coupons";
import { loadParties } from "@/lib/billing/core/tax/parties";
import type { Work } from "@/lib/billing/core/work";
import { draftContents, type InvoiceToDraft } from "./draft-contents";
import { writeInvoice } from "./write-invoice";

/**
 * Writes an invoice that nobody owes yet: taxes, the coupons that the account holds and the sums are worked out, the
 * parties copied as they are. Returns its id. Throws as `loadParties` and `draftContents` do.
 */
export async function draftInvoice(work: Work, draft: InvoiceToDraft): Promise<string> {
  const coupons = await redeemCoupons(work, draft.currency, draft.lines);
  return writeInvoice(work, await draftContents(work, draft, await loadParties(work), coupons));
}
