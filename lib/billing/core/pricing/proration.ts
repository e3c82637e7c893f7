import type { Period } from "./period";

const DAY_MS = 86_400_000;

/** How many days a period has. They are counted from its first moment, not from midnight. */
export const daysIn = ({ start, end }: Period): number => Math.ceil((end.getTime() - start.getTime()) / DAY_MS);

/** How many of them are used up at a moment: one that has begun is. */
export function daysUsed(period: Period, at: Date): number {
  const begun = Math.ceil((at.getTime() - period.start.getTime()) / DAY_MS);
  return Math.min(Math.max(begun, 0), daysIn(period));
}

export const daysLeft = (period: Period, at: Date): number => daysIn(period) - daysUsed(period, at);

/** What is left of a period at a moment: from its first day that has not begun to its end. */
export function unusedPeriod(period: Period, at: Date): Period {
  const from = period.start.getTime() + daysUsed(period, at) * DAY_MS;
  return { start: new Date(Math.min(from, period.end.getTime())), end: period.end };
}

/**
 * The share of `amountMinor`, the price of the whole period, that is for the days not begun. Half a cent goes away from
 * zero, and a charge is the exact mirror of its credit.
 */
export const unusedPart = (amountMinor: bigint, period: Period, at: Date): bigint =>
  amountMinor - usedPart(amountMinor, period, at);

/** The share for the days that have begun. With `unusedPart` it makes the whole, to the cent. */
export const usedPart = (amountMinor: bigint, period: Period, at: Date): bigint =>
  upTo(amountMinor, daysUsed(period, at), daysIn(period));

/** The share for the days that begin between two moments. Shares that follow one another make up the whole. */
export const partBetween = (amountMinor: bigint, period: Period, from: Date, until: Date): bigint =>
  usedPart(amountMinor, period, until) - usedPart(amountMinor, period, from);

/** The share of the first `days` days is rounded, never that of a stretch in between: so no cent appears or is lost. */
function upTo(amountMinor: bigint, days: number, of: number): bigint {
  if (of === 0) return amountMinor;
  const twice = 2n * amountMinor * BigInt(days);
  const whole = BigInt(of);
  return (twice + (twice < 0n ? -whole : whole)) / (2n * whole);
}
