import { TZDate } from "@date-fns/tz";

/**
 * The instant a calendar day begins in a time zone. Where clocks skip midnight, the day begins after
 * the skip.
 *
 * @param day `YYYY-MM-DD`
 * @param timeZone IANA name
 */
export const startOfDay = (day: string, timeZone: string): Date => beginning(day, 0, timeZone);

/** The instant the day after `day` begins. */
export const endOfDay = (day: string, timeZone: string): Date => beginning(day, 1, timeZone);

function beginning(day: string, later: number, timeZone: string): Date {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return new Date(new TZDate(year, month - 1, date + later, timeZone).getTime());
}
