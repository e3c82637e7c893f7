import { type TaxMode, totalsOf } from "@/lib/billing/core/pricing/totals";

interface Line {
  readonly totalMinor: bigint;
  readonly taxBasisPoints: number;
}

/**
 * What each line is without its tax, in minor units, line by line: where prices contain tax, a rate's net sum is spread
 * over its lines so that they add up to it to the cent.
 */
export function netOfLines(lines: readonly Line[], mode: TaxMode): bigint[] {
  if (mode === "exclusive") return lines.map(({ totalMinor }) => totalMinor);
  return lines.map(({ taxBasisPoints }, index) => {
    const same = (until: number) => lines.slice(0, until).filter((line) => line.taxBasisPoints === taxBasisPoints);
    return netOf(same(index + 1)) - netOf(same(index));
  });
}

const netOf = (lines: readonly Line[]): bigint => totalsOf(lines, "inclusive").subtotalMinor;
