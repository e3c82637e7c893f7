import { t } from "@/lib/platform/language/t";
import { calendarDay } from "./calendar-day";
import { endOfDay, startOfDay } from "./day-in-zone";
import { invalidField } from "./problem";

/** Input of anything queried over a period: calendar days, both inclusive. */
export const dayPeriodInput = {
  from: calendarDay.optional().describe("First day, UTC; defaults to the first of the month two months ago"),
  to: calendarDay.optional().describe("Last day, UTC; defaults to today"),
};

export interface DayPeriod {
  /** Days as `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly start: Date;
  /** The instant the last day ends. */
  readonly end: Date;
}

/** The requested days in UTC, as documents count them. Throws `invalid` if the last is before the first. */
export function dayPeriod({ from, to }: { from?: string | undefined; to?: string | undefined }, now: Date): DayPeriod {
  const last = to ?? now.toISOString().slice(0, 10);
  const first = from ?? monthsBefore(last, 2);
  if (first > last) throw invalidField("to", t("The end date can't be before the start date."));
  return { from: first, to: last, start: startOfDay(first, "UTC"), end: endOfDay(last, "UTC") };
}

function monthsBefore(today: string, months: number): string {
  const [year = 0, month = 0] = today.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}
