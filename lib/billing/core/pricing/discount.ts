import { lesser } from "@/lib/platform/kernel/money";

/** A coupon that an account holds: a share in basis points, or an amount of one currency. */
export interface HeldCoupon {
  readonly name: string;
  readonly basisPoints: number | null;
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
}

interface PricedLine {
  readonly totalMinor: bigint;
  /** Proration and one-off work are not lowered by coupons. */
  readonly discountable: boolean;
}

export interface Discounts {
  /** What each line is lowered by, in minor units. */
  readonly lines: readonly bigint[];
  /** What each coupon took off in all: nothing where those before it left nothing. */
  readonly coupons: readonly bigint[];
}

/**
 * What coupons take off lines, never below nothing. Shares are taken one after the other off what is left, amounts are
 * spread in proportion, and the cents that proportion leaves over go to the last line.
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

/** An amount over lines, in proportion to them, to the cent. */
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
