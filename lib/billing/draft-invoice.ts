import { draftContents, type InvoiceToDraft } from "./draft-contents";
import { discountable } from "./price-lines";
import { redeemCoupons } from "./redeem-coupons";
import type { Work } from "./work";

/**
 * Writes an invoice that nobody owes yet: taxes, the coupons that the account holds and the sums are worked out, the
 * parties copied as they are. Returns its id. Throws as `draftContents` does.
 */
export async function draftInvoice(work: Work, draft: InvoiceToDraft): Promise<string> {
  const { db, account, now } = work;
  const coupons = await redeemCoupons(work, draft.currency, draft.lines.some(discountable));
  const { invoice, lines } = await draftContents(work, draft, coupons);
  const { id } = await db.invoice.create({
    data: { ...invoice, accountId: account.id, status: "draft", createdAt: now },
    select: { id: true },
  });
  await db.invoiceLine.createMany({ data: lines.map((line) => ({ ...line, accountId: account.id, invoiceId: id })) });
  return id;
}
