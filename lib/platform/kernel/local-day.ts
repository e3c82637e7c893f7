import { TZDate } from "@date-fns/tz";

/**
 * The calendar day on which an instant falls in a time zone, as date fields write it: `YYYY-MM-DD`.
 *
 * @param timeZone IANA name
 */
export const localDay = (at: Date, timeZone: string): string => new TZDate(at, timeZone).toISOString().slice(0, 10);
