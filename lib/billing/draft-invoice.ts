import { Problem } from "@/lib/kernel/problem";
import { loadSeller, partyOf, sellerCopy } from "./parties";
import { discountable, type LineToInvoice, priceLines } from "./price-lines";
import { redeemCoupons } from "./redeem-coupons";
import type { TaxMode } from "./totals";
import type { Work } from "./work";

export interface InvoiceToDraft {
  readonly currency: string;
  readonly lines: readonly LineToInvoice[];
  /** Whether prices contain the tax; without it they do not. */
  readonly taxMode?: TaxMode;
  readonly note?: string | null;
}

/**
 * Writes an invoice that nobody owes yet: taxes, the coupons that the account holds and the sums are worked out, the
 * parties copied as they are. Returns its id.
 *
 * @throws Problem `conflict` where no seller is set up, or the lines sum to less than nothing: that is a credit note.
 */
export async function draftInvoice(work: Work, { currency, lines, taxMode = "exclusive", note }: InvoiceToDraft) {
  const { db, account, now } = work;
  const buyer = await db.account.findUniqueOrThrow({ where: { id: account.id } });
  const seller = await loadSeller(work);
  const rates = await db.taxRate.findMany();
  const coupons = await redeemCoupons(work, currency, lines.some(discountable));
  const ground = { currency, taxMode, sellerCountry: seller.country, buyer, rates, coupons, at: now };
  const priced = priceLines(lines, ground);
  const taxes = priced.lines.map(({ tax }) => tax);
  const rows = priced.lines.map(({ tax, ...line }, position) => ({
    ...line,
    position,
    taxBasisPoints: tax.basisPoints,
  }));
  const { subtotalMinor, taxMinor, totalMinor } = priced.totals;
  if (totalMinor < 0n)
    throw new Problem("conflict", "An invoice cannot be for less than nothing. Write a credit note.");
  const { id } = await db.invoice.create({
    data: {
      accountId: account.id,
      status: "draft",
      currency,
      subtotalMinor,
      taxMinor,
      totalMinor,
      taxMode,
      reverseCharge: taxes.some((tax) => tax.reverseCharge),
      taxCountry: taxes.find(({ country }) => country !== null)?.country ?? null,
      seller: sellerCopy(seller),
      buyer: partyOf(buyer),
      note: note ?? null,
      createdAt: now,
    },
    select: { id: true },
  });
  await db.invoiceLine.createMany({ data: rows.map((row) => ({ ...row, accountId: account.id, invoiceId: id })) });
  return id;
}
