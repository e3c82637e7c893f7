/** A line as far as sums go: its net total in minor units and its tax rate in basis points (2100 is 21 %). */
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
  /** One entry a rate, the highest first. */
  readonly taxes: readonly TaxAtRate[];
}

/** The sums of an invoice. Tax is worked out once a rate over the net sum, so that lines do not add up rounding errors. */
export function totalsOf(lines: readonly TaxedLine[]): Totals {
  const net = new Map<number, bigint>();
  for (const { taxBasisPoints, totalMinor } of lines) {
    net.set(taxBasisPoints, (net.get(taxBasisPoints) ?? 0n) + totalMinor);
  }
  const taxes = [...net]
    .sort(([a], [b]) => b - a)
    .map(([basisPoints, netMinor]) => ({ basisPoints, netMinor, taxMinor: taxOn(netMinor, basisPoints) }));
  const subtotalMinor = sum(taxes.map((tax) => tax.netMinor));
  const taxMinor = sum(taxes.map((tax) => tax.taxMinor));
  return { subtotalMinor, taxMinor, totalMinor: subtotalMinor + taxMinor, taxes };
}

/** Half a cent is rounded away from zero, so that a credit is the exact mirror of its charge. */
function taxOn(netMinor: bigint, basisPoints: number): bigint {
  const parts = netMinor * BigInt(basisPoints);
  return (parts + (parts < 0n ? -5_000n : 5_000n)) / 10_000n;
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
