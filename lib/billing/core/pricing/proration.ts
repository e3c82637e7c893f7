import type { Period } from "./period";

const DAY_MS = 86_400_000;

/** The number of days in a period, counted from its start time, not from midnight. */
export const daysIn = ({ start, end }: Period): number => Math.ceil((end.getTime() - start.getTime()) / DAY_MS);

/** The number of days used at a given time; a started day counts as used. */
export function daysUsed(period: Period, at: Date): number {
  const begun = Math.ceil((at.getTime() - period.start.getTime()) / DAY_MS);
  return Math.min(Math.max(begun, 0), daysIn(period));
}

export const daysLeft = (period: Period, at: Date): number => daysIn(period) - daysUsed(period, at);

/** The unused part of a period: from its first day not yet started to its end. */
export function unusedPeriod(period: Period, at: Date): Period {
  const from = period.start.getTime() + daysUsed(period, at) * DAY_MS;
  return { start: new Date(Math.min(from, period.end.getTime())), end: period.end };
}

/**
 * The share of `amountMinor`, the price of the whole period, for the days not yet started. Half cents round away from
 * zero, so a charge exactly mirrors its credit.
 */
export const unusedPart = (amountMinor: bigint, period: Period, at: Date): bigint =>
  amountMinor - usedPart(amountMinor, period, at);

/** The share for the days already started. It adds up with `unusedPart` to the whole, to the cent. */
export const usedPart = (amountMinor: bigint, period: Period, at: Date): bigint =>
  upTo(amountMinor, daysUsed(period, at), daysIn(period));

/** The share for the days starting between two times. Consecutive shares add up to the whole. */
export const partBetween = (amountMinor: bigint, period: Period, from: Date, until: Date): bigint =>
  usedPart(amountMinor, period, until) - usedPart(amountMinor, period, from);

/** Rounds the share of the first `days` days, never of a range in between, so no cent is gained or lost. */
function upTo(amountMinor: bigint, days: number, of: number): bigint {
  if (of === 0) return amountMinor;
  const twice = 2n * amountMinor * BigInt(days);
  const whole = BigInt(of);
  return (twice + (twice < 0n ? -whole : whole)) / (2n * whole);
}
