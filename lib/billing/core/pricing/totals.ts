/** Whether line totals exclude or include tax. */
export type TaxMode = "exclusive" | "inclusive";

/** The fields of a line that totals depend on: total in minor units, tax rate in basis points (2100 is 21 %). */
export interface TaxedLine {
  readonly totalMinor: bigint;
  readonly taxBasisPoints: number;
}

export interface TaxAtRate {
  readonly basisPoints: number;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
}

export interface Totals {
  readonly subtotalMinor: bigint;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
  /** One entry per rate, highest first. */
  readonly taxes: readonly TaxAtRate[];
}

/** The totals of an invoice. Tax is calculated once per rate, so rounding errors of lines don't add up. */
export function totalsOf(lines: readonly TaxedLine[], mode: TaxMode = "exclusive"): Totals {
  const sums = new Map<number, bigint>();
  for (const { taxBasisPoints, totalMinor } of lines) {
    sums.set(taxBasisPoints, (sums.get(taxBasisPoints) ?? 0n) + totalMinor);
  }
  const taxes = [...sums].sort(([a], [b]) => b - a).map(([basisPoints, sum]) => split(sum, basisPoints, mode));
  const subtotalMinor = sumOf(taxes.map((tax) => tax.netMinor));
  const taxMinor = sumOf(taxes.map((tax) => tax.taxMinor));
  return { subtotalMinor, taxMinor, totalMinor: subtotalMinor + taxMinor, taxes };
}

/** Splits an amount into net and tax. */
export function split(sumMinor: bigint, basisPoints: number, mode: TaxMode): TaxAtRate {
  const rate = BigInt(basisPoints);
  const taxMinor = mode === "exclusive" ? rounded(sumMinor * rate, 10_000n) : rounded(sumMinor * rate, 10_000n + rate);
  const netMinor = mode === "exclusive" ? sumMinor : sumMinor - taxMinor;
  return { basisPoints, netMinor, taxMinor };
}

/** Half cents round away from zero, so a credit exactly mirrors its charge. */
function rounded(parts: bigint, whole: bigint): bigint {
  const half = parts < 0n ? -(whole / 2n) : whole / 2n;
  return (parts + half) / whole;
}

const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
