import { lesser } from "@/lib/platform/kernel/money";

/** A coupon the account has redeemed: a percentage in basis points, or an amount in one currency. */
export interface HeldCoupon {
  readonly name: string;
  readonly basisPoints: number | null;
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
}

interface PricedLine {
  readonly totalMinor: bigint;
  /** Coupons don't apply to proration and one-off charges. */
  readonly discountable: boolean;
}

export interface Discounts {
  /** The discount per line, in minor units. */
  readonly lines: readonly bigint[];
  /** The total discount per coupon; zero if earlier coupons left nothing. */
  readonly coupons: readonly bigint[];
}

/**
 * Applies coupons to lines, never below zero. Percentages apply one after the other to what is left; amounts are split
 * proportionally, and the remaining cents go to the last line.
 */
export function discountsOf(lines: readonly PricedLine[], currency: string, coupons: readonly HeldCoupon[]): Discounts {
  const off = lines.map(() => 0n);
  const left = (index: number): bigint => {
    const line = lines[index];
    return line?.discountable && line.totalMinor > 0n ? line.totalMinor - (off[index] ?? 0n) : 0n;
  };
  const taken = coupons.map(({ basisPoints, amountMinor, currency: of }) => {
    const open = lines.map((_, index) => left(index));
    const whole = sumOf(open);
    const shares =
      basisPoints !== null
        ? open.map((one) => (one * BigInt(basisPoints) + 5_000n) / 10_000n)
        : whole > 0n && amountMinor !== null && of === currency
          ? spread(lesser(amountMinor, whole), open, whole)
          : [];
    shares.forEach((share, index) => {
      off[index] = (off[index] ?? 0n) + share;
    });
    return sumOf(shares);
  });
  return { lines: off, coupons: taken };
}

/** Splits an amount proportionally over lines, to the cent. */
function spread(amountMinor: bigint, lines: readonly bigint[], whole: bigint): bigint[] {
  let before = 0n;
  let given = 0n;
  return lines.map((line) => {
    before += line;
    const upTo = (amountMinor * before) / whole;
    const share = upTo - given;
    given = upTo;
    return share;
  });
}

const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);
