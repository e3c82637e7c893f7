import {
  split,
  type TaxAtRate,
  type TaxedLine,
  type TaxMode,
  type Totals,
  totalsOf,
} from "@/lib/billing/core/pricing/totals";
import { lesser } from "@/lib/platform/kernel/money";

/** A line of a credit note: its net total and the tax credited with it. */
export interface CreditedTax extends TaxedLine {
  readonly taxMinor: bigint;
}

/** The credited invoice, and what earlier credit notes have credited. */
export interface CreditGround {
  readonly lines: readonly TaxedLine[];
  readonly taxMode: TaxMode;
  readonly before: readonly CreditedTax[];
}

/**
 * The tax credited with each line. It is calculated on everything credited at the line's rate so far, less the tax
 * already credited; crediting the last of a rate credits the rest of its tax. So whatever the split, and whether prices
 * include tax or not, an invoice is credited to the cent and never beyond.
 */
export function creditedTaxes(lines: readonly TaxedLine[], { before, ...invoice }: CreditGround): CreditedTax[] {
  const invoiced = totalsOf(invoice.lines, invoice.taxMode).taxes;
  const taken = [...before];
  return lines.map((line) => {
    const { taxBasisPoints: basisPoints, totalMinor } = line;
    const [gone] = taxesOf(taken.filter((one) => one.taxBasisPoints === basisPoints));
    const whole = invoiced.find((one) => one.basisPoints === basisPoints);
    // If a rate consists of negative lines, all its amounts are negative.
    const sign = whole !== undefined && whole.netMinor < 0n ? -1n : 1n;
    const due = whole ? sign * taxUpTo(sign * ((gone?.netMinor ?? 0n) + totalMinor), times(whole, sign)) : 0n;
    const left = due - (gone?.taxMinor ?? 0n);
    const credited = { taxBasisPoints: basisPoints, totalMinor, taxMinor: sign * left > 0n ? left : 0n };
    taken.push(credited);
    return credited;
  });
}

const times = ({ basisPoints, netMinor, taxMinor }: TaxAtRate, sign: bigint): TaxAtRate => ({
  basisPoints,
  netMinor: sign * netMinor,
  taxMinor: sign * taxMinor,
});

const taxUpTo = (netMinor: bigint, whole: TaxAtRate): bigint =>
  netMinor >= whole.netMinor
    ? whole.taxMinor
    : lesser(split(netMinor, whole.basisPoints, "exclusive").taxMinor, whole.taxMinor);

/** The totals of a credit note per rate, highest first. */
export function taxesOf(lines: readonly CreditedTax[]): TaxAtRate[] {
  const rates = [...new Set(lines.map(({ taxBasisPoints }) => taxBasisPoints))].sort((a, b) => b - a);
  return rates.map((basisPoints) => {
    const its = lines.filter(({ taxBasisPoints }) => taxBasisPoints === basisPoints);
    return {
      basisPoints,
      netMinor: its.reduce((sum, { totalMinor }) => sum + totalMinor, 0n),
      taxMinor: its.reduce((sum, { taxMinor }) => sum + taxMinor, 0n),
    };
  });
}

/** The totals of a credit note over these lines. */
export const creditTotals = (lines: readonly TaxedLine[], ground: CreditGround): Totals =>
  creditSums(creditedTaxes(lines, ground));

/** The same for lines whose tax is known. */
export function creditSums(lines: readonly CreditedTax[]): Totals {
  const taxes = taxesOf(lines);
  const subtotalMinor = taxes.reduce((sum, { netMinor }) => sum + netMinor, 0n);
  const taxMinor = taxes.reduce((sum, one) => sum + one.taxMinor, 0n);
  return { subtotalMinor, taxMinor, totalMinor: subtotalMinor + taxMinor, taxes };
}
