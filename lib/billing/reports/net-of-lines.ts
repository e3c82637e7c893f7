import { type TaxMode, totalsOf } from "@/lib/billing/core/pricing/totals";

interface Line {
  readonly totalMinor: bigint;
  readonly taxBasisPoints: number;
}

/**
 * The net amount of each line in minor units. If prices include tax, the net amount of a rate is distributed over its
 * lines so that they add up to it to the cent.
 */
export function netOfLines(lines: readonly Line[], mode: TaxMode): bigint[] {
  if (mode === "exclusive") return lines.map(({ totalMinor }) => totalMinor);
  return lines.map(({ taxBasisPoints }, index) => {
    const same = (until: number) => lines.slice(0, until).filter((line) => line.taxBasisPoints === taxBasisPoints);
    return netOf(same(index + 1)) - netOf(same(index));
  });
}

const netOf = (lines: readonly Line[]): bigint => totalsOf(lines, "inclusive").subtotalMinor;
