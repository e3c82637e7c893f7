/** The periods, proration and taxes of docs/decisions/0030, recalculated without any of the portal's code. */

export type Interval = "month" | "year";

export interface Span {
  readonly start: Date;
  readonly end: Date;
}

const DAY = 86_400_000;

/** Start of the day. */
export const midnight = (at: Date): number => Math.floor(at.getTime() / DAY) * DAY;

export const later = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY);

/** The period starting at `start`: until the same time on the billing day, or on the month's last day. */
export function spanFrom(start: Date, interval: Interval, billingDay: number): Span {
  const months = start.getUTCFullYear() * 12 + start.getUTCMonth() + (interval === "month" ? 1 : 12);
  const year = Math.floor(months / 12);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][months % 12] ?? 0;
  const day = Math.min(billingDay, length);
  return { start, end: new Date(Date.UTC(year, months % 12, day) + (start.getTime() % DAY)) };
}

/** The number of days, the number started, and when the first unstarted day starts. */
export function daysOf({ start, end }: Span, at: Date): { of: number; used: number; rest: Date } {
  let of = 0;
  let used = 0;
  for (let day = start.getTime(); day < end.getTime(); day += DAY) {
    of++;
    if (day < at.getTime()) used++;
  }
  return { of, used, rest: later(start, used) };
}

/** The price of the unstarted days: the rest after the used days' share, which is rounded half up. */
export function unusedShare(price: bigint, span: Span, at: Date): bigint {
  const { of, used } = daysOf(span, at);
  return price - halfUp(price * BigInt(used), BigInt(of));
}

/** The tax on a net amount, in whole cents. */
export const taxOn = (net: bigint, rate: number): bigint => halfUp(net * BigInt(rate), 10_000n);

/** For non-negative amounts. */
export function halfUp(parts: bigint, whole: bigint): bigint {
  const rest = parts % whole;
  return (parts - rest) / whole + (rest * 2n >= whole ? 1n : 0n);
}
