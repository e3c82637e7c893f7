import { type TaxAnswer, type TaxRateRow, taxFor } from "@/lib/billing/core/tax/tax";
import type { InvoiceLineKind } from "@/lib/platform/db/generated/enums";
import { discountsOf, type HeldCoupon } from "./discount";
import { type TaxMode, type Totals, totalsOf } from "./totals";

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

/** What prices depend on beside the lines themselves. */
export interface PricingGround {
  readonly currency: string;
  readonly taxMode: TaxMode;
  readonly sellerCountry: string;
  readonly buyer: { readonly country: string; readonly vatId: string | null };
  readonly rates: readonly TaxRateRow[];
  readonly coupons: readonly HeldCoupon[];
  readonly at: Date;
}

export type PricedLine = LineToInvoice & {
  readonly discountMinor: bigint;
  readonly totalMinor: bigint;
  readonly tax: TaxAnswer;
};

/** Lines with their discounts and taxes, and their sums: the same for an invoice and for its preview. */
export function priceLines(
  lines: readonly LineToInvoice[],
  ground: PricingGround,
): { readonly lines: readonly PricedLine[]; readonly totals: Totals } {
  const { sellerCountry, buyer, rates, at } = ground;
  const priced = discounted(lines, ground).map((line) => ({
    ...line,
    tax: taxFor({ sellerCountry, buyer, category: line.taxCategory, rates, at }),
  }));
  const taxed = priced.map(({ tax, totalMinor }) => ({ totalMinor, taxBasisPoints: tax.basisPoints }));
  return { lines: priced, totals: totalsOf(taxed, ground.taxMode) };
}

/** Coupons lower what renews and what sets it up; proration and one-off work they do not. */
export const discountable = ({ kind }: { readonly kind: InvoiceLineKind }): boolean =>
  kind === "recurring" || kind === "setup";

function discounted(lines: readonly LineToInvoice[], { currency, coupons }: PricingGround) {
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
