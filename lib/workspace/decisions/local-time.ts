import { TZDate } from "@date-fns/tz";

/** The instant of a local time, `2026-03-29T18:00`. A time that clocks skip is the one after the skip. */
export function instantOf(local: string, timeZone: string): Date {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = local.split(/\D/).map(Number);
  return new Date(new TZDate(year, month - 1, day, hour, minute, timeZone).getTime());
}

/** The other way round, for a form. */
export const localTimeOf = (at: Date, timeZone: string): string => new TZDate(at, timeZone).toISOString().slice(0, 16);
