import { redeemCoupons } from "@/lib/billing/core/pricing/redeem-coupons";
import { loadParties } from "@/lib/billing/core/tax/parties";
import { lockMoney, type Told } from "@/lib/billing/core/work";
import { bookInvoice, type IssuedInvoice } from "./book-invoice";
import { draftContents, type InvoiceToDraft } from "./draft-contents";
import { numberInvoice } from "./number-invoice";
import { writeInvoice } from "./write-invoice";

/** Drafts and issues at once, without the draft ever being written. Throws as the two do. */
export async function issueInvoice(
  work: Told,
  { dueAt, useCredit = true, ...draft }: InvoiceToDraft & { readonly dueAt: Date; readonly useCredit?: boolean },
): Promise<IssuedInvoice> {
  await lockMoney(work);
  const coupons = await redeemCoupons(work, draft.currency, draft.lines);
  const parties = await loadParties(work);
  const { taxes, ...contents } = await draftContents(work, draft, parties, coupons);
  const { totalMinor } = contents.invoice;
  const unpaid = { status: "draft", totalMinor, paidMinor: 0n, creditedMinor: 0n } as const;
  const numbered = await numberInvoice(work, unpaid, parties, dueAt);
  const id = await writeInvoice(work, contents, numbered);
  return bookInvoice(work, { ...contents.invoice, ...numbered, id, taxes }, { useCredit });
}
