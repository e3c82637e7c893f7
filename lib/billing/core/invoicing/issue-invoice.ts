import { lockMoney, type NotifyingContext } from "@/lib/billing/core/billing-context";
import { heldCoupons } from "@/lib/billing/core/pricing/held-coupons";
import { redeemCoupons } from "@/lib/billing/core/pricing/redeem-coupons";
import { loadParties } from "@/lib/billing/core/tax/parties";
import { bookInvoice, type IssuedInvoice } from "./book-invoice";
import { draftContents, type InvoiceToDraft } from "./draft-contents";
import { numberInvoice } from "./number-invoice";
import { writeInvoice } from "./write-invoice";

/** Drafts and issues in one step, without saving the draft. Throws as the two do. */
export async function issueInvoice(
  work: NotifyingContext,
  { dueAt, useCredit = true, ...draft }: InvoiceToDraft & { readonly dueAt: Date; readonly useCredit?: boolean },
): Promise<IssuedInvoice> {
  await lockMoney(work);
  const coupons = await heldCoupons(work, draft.currency, draft.lines);
  const parties = await loadParties(work);
  const held = coupons.map(({ coupon }) => coupon);
  const { taxes, couponsMinor, ...contents } = await draftContents(work, draft, parties, held);
  const numbered = await numberInvoice(work, contents.invoice.totalMinor, parties, dueAt);
  const id = await writeInvoice(work, contents, numbered);
  await redeemCoupons(work, id, coupons, couponsMinor);
  return bookInvoice(work, { ...contents.invoice, ...numbered, id, taxes }, { useCredit });
}
