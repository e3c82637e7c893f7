import { TZDate } from "@date-fns/tz";
import { localDay } from "@/lib/platform/kernel/local-day";

/** The hours of a day in minutes from midnight, on the clocks of its place; none if it opens when it closes. */
export interface DayHours {
  readonly opens: number;
  readonly closes: number;
}

export interface BusinessCalendar {
  /** IANA name */
  readonly timeZone: string;
  /** Monday to Sunday. */
  readonly week: readonly DayHours[];
  /** Days without work, `YYYY-MM-DD`. */
  readonly holidays: ReadonlySet<string>;
}

/** Further ahead nothing is looked for: a calendar may have hardly any hours, or none. */
const MOST_DAYS = 3_660;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * The instant at which so many minutes of business hours have passed since `from`; null if the calendar doesn't have
 * them within ten years. Hours are those that pass: on the night when clocks go back, one from 2 to 3 lasts two.
 */
export function addBusinessTime(calendar: BusinessCalendar, from: Date, minutes: number): Date | null {
  let left = minutes * MINUTE_MS;
  for (const open of openTimes(calendar, from)) {
    if (open.end - open.start >= left) return new Date(open.start + left);
    left -= open.end - open.start;
  }
  return null;
}

/** The business hours between two instants, in milliseconds; 0 if `to` isn't later. */
export function businessMsBetween(calendar: BusinessCalendar, from: Date, to: Date): number {
  let sum = 0;
  for (const { start, end } of openTimes(calendar, from)) {
    if (start >= to.getTime()) break;
    sum += Math.min(end, to.getTime()) - start;
  }
  return sum;
}

/** The times of work from an instant on, day by day. */
function* openTimes(calendar: BusinessCalendar, from: Date): Generator<{ start: number; end: number }> {
  const first = Date.parse(localDay(from, calendar.timeZone));
  for (let index = 0; index < MOST_DAYS; index++) {
    const open = openTimeOf(calendar, new Date(first + index * DAY_MS));
    if (open === null || open.end <= from.getTime()) continue;
    yield { start: Math.max(open.start, from.getTime()), end: open.end };
  }
}

/** @param day midnight of that calendar day in UTC */
function openTimeOf({ timeZone, week, holidays }: BusinessCalendar, day: Date) {
  const hours = week[(day.getUTCDay() + 6) % 7];
  if (hours === undefined || hours.closes <= hours.opens) return null;
  if (holidays.has(day.toISOString().slice(0, 10))) return null;
  const at = (minutes: number): number =>
    new TZDate(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 0, minutes, timeZone).getTime();
  const [start, end] = [at(hours.opens), at(hours.closes)];
  // Hours that clocks skip altogether don't exist.
  return end > start ? { start, end } : null;
}
