import type { BillingContext } from "@/lib/billing/core/billing-context";
import { heldCoupons } from "@/lib/billing/core/pricing/held-coupons";
import { loadParties } from "@/lib/billing/core/tax/parties";
import { draftContents, type InvoiceToDraft } from "./draft-contents";
import { writeInvoice } from "./write-invoice";

/**
 * Creates a draft as it would be issued now: taxes, the account's coupons, totals and parties. All of it is
 * recalculated on issue, so a draft doesn't use up coupons. Returns its id. Throws as `loadParties` and `draftContents`
 * do.
 */
export async function draftInvoice(work: BillingContext, draft: InvoiceToDraft): Promise<string> {
  const coupons = (await heldCoupons(work, draft.currency, draft.lines)).map(({ coupon }) => coupon);
  return writeInvoice(work, await draftContents(work, draft, await loadParties(work), coupons));
}
