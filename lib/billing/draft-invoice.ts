import { Problem } from "@/lib/kernel/problem";
import { discountsOf, type HeldCoupon } from "./discount";
import { loadSeller, partyOf, sellerCopy } from "./parties";
import { redeemCoupons } from "./redeem-coupons";
import { type TaxRateRow, taxFor } from "./tax";
import { type TaxMode, totalsOf } from "./totals";
import type { Work } from "./work";

export interface LineToInvoice {
  readonly kind: "recurring" | "setup" | "proration" | "oneOff";
  readonly description: string;
  readonly quantity: number;
  /** Minor units of the invoice's currency; negative where something is given back. */
  readonly unitMinor: bigint;
  /** Taken off this line beside what coupons take. */
  readonly discountMinor?: bigint;
  readonly taxCategory: string;
  readonly serviceId?: string | null;
  readonly periodStart?: Date | null;
  readonly periodEnd?: Date | null;
}

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
  const priced = priceLines(lines, currency, coupons);
  const taxed = priced.map((line) => ({ ...line, tax: taxOf(seller.country, buyer, line.taxCategory, rates, now) }));
  const rows = taxed.map(({ tax, ...line }, position) => ({ ...line, position, taxBasisPoints: tax.basisPoints }));
  const { subtotalMinor, taxMinor, totalMinor } = totalsOf(rows, taxMode);
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
      reverseCharge: taxed.some(({ tax }) => tax.reverseCharge),
      taxCountry: taxed.find(({ tax }) => tax.country !== null)?.tax.country ?? null,
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

const discountable = ({ kind }: LineToInvoice): boolean => kind === "recurring" || kind === "setup";

function priceLines(lines: readonly LineToInvoice[], currency: string, coupons: readonly HeldCoupon[]) {
  const before = lines.map((line) => ({
    ...line,
    discountMinor: line.discountMinor ?? 0n,
    totalMinor: BigInt(line.quantity) * line.unitMinor - (line.discountMinor ?? 0n),
  }));
  const off = discountsOf(
    before.map((line) => ({ totalMinor: line.totalMinor, discountable: discountable(line) })),
    currency,
    coupons,
  );
  return before.map((line, index) => ({
    ...line,
    discountMinor: line.discountMinor + (off[index] ?? 0n),
    totalMinor: line.totalMinor - (off[index] ?? 0n),
  }));
}

const taxOf = (
  sellerCountry: string,
  { country, vatId }: { country: string; vatId: string | null },
  category: string,
  rates: readonly TaxRateRow[],
  at: Date,
) => taxFor({ sellerCountry, buyer: { country, vatId }, category, rates, at });
