import { Problem } from "@/lib/kernel/problem";
import { applyCredit } from "./apply-credit";
import { invoiceAfter } from "./invoice-lifecycle";
import { invoicePaid } from "./invoice-paid";
import { post } from "./ledger/post";
import { salePostings } from "./ledger/sale-postings";
import { loadSeller, partyOf, sellerCopy } from "./parties";
import { takeNumber } from "./take-number";
import { totalsOf } from "./totals";
import { lockMoney, type Work } from "./work";

export interface IssuedInvoice {
  readonly id: string;
  readonly number: string;
  readonly currency: string;
  readonly totalMinor: bigint;
  /** After account credit. */
  readonly dueMinor: bigint;
  readonly status: "open" | "paid";
}

/**
 * From here on the invoice is owed: it gets the next number of its series, the parties as they are now, and its place
 * in the ledger; account credit pays as much of it as there is.
 *
 * @throws Problem `conflict` where it is no draft.
 */
export async function issueDraft(work: Work, invoiceId: string, dueAt: Date): Promise<IssuedInvoice> {
  await lockMoney(work);
  const { db, account, now } = work;
  const draft = await db.invoice.findFirst({
    where: { accountId: account.id, id: invoiceId },
    include: { lines: { select: { totalMinor: true, taxBasisPoints: true } } },
  });
  const issued = draft && invoiceAfter(draft, { type: "issue" });
  if (draft === null || issued === null) throw new Problem("conflict", "Only a draft can be issued.");
  const buyer = await db.account.findUniqueOrThrow({ where: { id: account.id } });
  const seller = await loadSeller(work);
  const number = await takeNumber(work, seller.id, "invoice");
  await db.invoice.updateMany({
    where: { accountId: account.id, id: invoiceId, status: "draft" },
    data: {
      number,
      status: issued.status,
      issuedAt: now,
      dueAt,
      paidAt: issued.status === "paid" ? now : null,
      seller: sellerCopy(seller),
      buyer: partyOf(buyer),
      version: { increment: 1 },
    },
  });
  const { taxes } = totalsOf(draft.lines, draft.taxMode);
  const of = { currency: draft.currency, invoiceId };
  await post(work, {
    kind: "invoiceIssued",
    source: `invoice:${invoiceId}:issued`,
    memo: `Invoice ${number}`,
    lines: [
      { ...of, ledgerAccount: "receivable", amountMinor: draft.totalMinor },
      ...salePostings({ ...of, taxCountry: draft.taxCountry, taxes }, -1n),
    ],
  });
  if (issued.status === "paid") await invoicePaid(work, invoiceId);
  const creditMinor = await applyCredit(work, invoiceId);
  const dueMinor = draft.totalMinor - creditMinor;
  const status = dueMinor === 0n ? "paid" : "open";
  return { id: invoiceId, number, currency: draft.currency, totalMinor: draft.totalMinor, dueMinor, status };
}
