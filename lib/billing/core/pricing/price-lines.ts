import { type TaxAnswer, type TaxedBuyer, type TaxRateRow, taxFor } from "@/lib/billing/core/tax/tax";
import type { InvoiceLineKind } from "@/lib/platform/db/generated/enums";
import { discountsOf, type HeldCoupon } from "./discount";
import { type TaxMode, type Totals, totalsOf } from "./totals";

export interface LineToInvoice {
  readonly kind: InvoiceLineKind;
  readonly description: string;
  readonly quantity: number;
  /** Minor units of the invoice's currency; negative for a deduction. */
  readonly unitMinor: bigint;
  readonly taxCategory: string;
  readonly serviceId?: string | null;
  readonly periodStart?: Date | null;
  readonly periodEnd?: Date | null;
}

/** What prices depend on besides the lines. */
export interface PricingGround {
  readonly currency: string;
  readonly taxMode: TaxMode;
  readonly sellerCountry: string;
  readonly buyer: TaxedBuyer;
  readonly rates: readonly TaxRateRow[];
  readonly coupons: readonly HeldCoupon[];
  readonly at: Date;
}

export type PricedLine = LineToInvoice & {
  readonly discountMinor: bigint;
  readonly totalMinor: bigint;
  readonly tax: TaxAnswer;
};

export interface PricedLines {
  readonly lines: readonly PricedLine[];
  readonly totals: Totals;
  /** The discount per coupon, in the given order. */
  readonly couponsMinor: readonly bigint[];
}

/** Lines with discounts, taxes and totals: the same for an invoice and its preview. */
export function priceLines(lines: readonly LineToInvoice[], ground: PricingGround): PricedLines {
  const { sellerCountry, buyer, rates, at, currency, coupons } = ground;
  const full = lines.map((line) => ({ ...line, totalMinor: BigInt(line.quantity) * line.unitMinor }));
  const off = discountsOf(
    full.map((line) => ({ totalMinor: line.totalMinor, discountable: discountable(line) })),
    currency,
    coupons,
  );
  const priced = full.map((line, index) => {
    const discountMinor = off.lines[index] ?? 0n;
    return {
      ...line,
      discountMinor,
      totalMinor: line.totalMinor - discountMinor,
      tax: taxFor({ sellerCountry, buyer, category: line.taxCategory, rates, at }),
    };
  });
  const taxed = priced.map(({ tax, totalMinor }) => ({ totalMinor, taxBasisPoints: tax.basisPoints }));
  return { lines: priced, totals: totalsOf(taxed, ground.taxMode), couponsMinor: off.coupons };
}

/** Coupons apply to recurring and setup charges, not to proration and one-off charges. */
export const discountable = ({ kind }: { readonly kind: InvoiceLineKind }): boolean =>
  kind === "recurring" || kind === "setup";
