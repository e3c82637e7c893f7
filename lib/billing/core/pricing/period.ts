export type BillingInterval = "month" | "year";

/** Start inclusive, end exclusive. Both at the same time of day, UTC. */
export interface Period {
  readonly start: Date;
  readonly end: Date;
}

const monthsOf: Record<BillingInterval, number> = { month: 1, year: 12 };

/** The billing day of the month when the first period starts at `start`. */
export const billingDayOf = (start: Date): number => start.getUTCDate();

/**
 * The period starting at `start`. It ends on the billing day of a later month, or on the last day of a shorter month:
 * from 31 January to 28 February, and from there to 31 March.
 */
export const periodFrom = (start: Date, interval: BillingInterval, billingDay: number): Period => ({
  start,
  end: onBillingDay(start, monthsOf[interval], billingDay),
});

/** The period ending at `end`. */
export const periodUntil = (end: Date, interval: BillingInterval, billingDay: number): Period => ({
  start: onBillingDay(end, -monthsOf[interval], billingDay),
  end,
});

function onBillingDay(from: Date, months: number, billingDay: number): Date {
  const year = from.getUTCFullYear();
  const month = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const moved = new Date(from);
  moved.setUTCFullYear(year, month, Math.min(billingDay, lastDay));
  return moved;
}
