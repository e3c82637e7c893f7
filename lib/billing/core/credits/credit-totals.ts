import {
  split,
  type TaxAtRate,
  type TaxedLine,
  type TaxMode,
  type Totals,
  totalsOf,
} from "@/lib/billing/core/pricing/totals";
import { lesser } from "@/lib/platform/kernel/money";

/** A line of a credit note: its net total, and the tax that went back with it. */
export interface CreditedTax extends TaxedLine {
  readonly taxMinor: bigint;
}

/** The invoice that is taken back, and what credit notes have taken of it so far. */
export interface CreditGround {
  readonly lines: readonly TaxedLine[];
  readonly taxMode: TaxMode;
  readonly before: readonly CreditedTax[];
}

/**
 * The tax that goes back with each line of a credit note. It is worked out over all that is taken back at the line's rate
 * so far, less what has gone back; whoever takes the last of a rate takes what is left of its tax. So however an invoice
 * is taken back, and whether or not its prices contain the tax, it is taken back to the cent and never beyond.
 */
export function creditedTaxes(lines: readonly TaxedLine[], { before, ...invoice }: CreditGround): CreditedTax[] {
  const invoiced = totalsOf(invoice.lines, invoice.taxMode).taxes;
  const taken = [...before];
  return lines.map((line) => {
    const { taxBasisPoints: basisPoints, totalMinor } = line;
    const [gone] = taxesOf(taken.filter((one) => one.taxBasisPoints === basisPoints));
    const whole = invoiced.find((one) => one.basisPoints === basisPoints);
    // Where lines that give something back make up a rate, all of it is below zero.
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

/** The sums of a credit note's lines: one entry a rate, the highest first. */
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

/** The sums of a credit note over these lines. */
export const creditTotals = (lines: readonly TaxedLine[], ground: CreditGround): Totals =>
  creditSums(creditedTaxes(lines, ground));

/** The same, of lines whose tax is known. */
export function creditSums(lines: readonly CreditedTax[]): Totals {
  const taxes = taxesOf(lines);
  const subtotalMinor = taxes.reduce((sum, { netMinor }) => sum + netMinor, 0n);
  const taxMinor = taxes.reduce((sum, one) => sum + one.taxMinor, 0n);
  return { subtotalMinor, taxMinor, totalMinor: subtotalMinor + taxMinor, taxes };
}
