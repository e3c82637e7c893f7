import { lockMoney, type NotifyingContext } from "@/lib/billing/core/billing-context";
import { repriceDraft } from "@/lib/billing/core/invoicing/reprice-draft";
import { redeemCoupons } from "@/lib/billing/core/pricing/redeem-coupons";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { bookInvoice, type IssuedInvoice } from "./book-invoice";
import { numberInvoice } from "./number-invoice";
import { rewriteDraft } from "./write-invoice";

/**
 * Issues a draft: recalculates it, assigns the next number in its series, posts it to the ledger and applies available
 * account credit.
 *
 * @throws Problem as `repriceDraft` does.
 */
export async function issueDraft(work: NotifyingContext, invoiceId: string, dueAt: Date): Promise<IssuedInvoice> {
  await lockMoney(work);
  const { draft, parties, coupons, contents } = await repriceDraft(work, invoiceId);
  const { totalMinor, taxCountry, currency } = contents.invoice;
  const numbered = await numberInvoice(work, totalMinor, parties, dueAt);
  if (!(await rewriteDraft(work, draft, contents, numbered))) {
    throw new Problem("conflict", t("This draft was just issued or changed by someone else. Reload the page."));
  }
  await redeemCoupons(work, draft.id, coupons, contents.couponsMinor);
  return bookInvoice(work, { ...numbered, id: draft.id, currency, totalMinor, taxCountry, taxes: contents.taxes });
}
