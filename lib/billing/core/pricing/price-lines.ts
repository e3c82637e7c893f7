import { type TaxAnswer, type TaxedBuyer, type TaxRateRow, taxFor } from "@/lib/billing/core/tax/tax";
import type { InvoiceLineKind } from "@/lib/platform/db/generated/enums";
import { discountsOf, type HeldCoupon } from "./discount";
import { type TaxMode, type Totals, totalsOf } from "./totals";

export interface LineToInvoice {
  readonly kind: InvoiceLineKind;
  readonly description: string;
  readonly quantity: number;
  /** Minor units of the invoice's currency; negative where something is given back. */
  readonly unitMinor: bigint;
  readonly taxCategory: string;
  readonly serviceId?: string | null;
  readonly periodStart?: Date | null;
  readonly periodEnd?: Date | null;
}

/** What prices depend on beside the lines themselves. */
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
  /** What each coupon took off, in the order they were given. */
  readonly couponsMinor: readonly bigint[];
}

/** Lines with their discounts and taxes, and their sums: the same for an invoice and for its preview. */
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

/** Coupons lower what renews and what sets it up; proration and one-off work they do not. */
export const discountable = ({ kind }: { readonly kind: InvoiceLineKind }): boolean =>
  kind === "recurring" || kind === "setup";
