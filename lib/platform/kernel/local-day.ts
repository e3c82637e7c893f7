import { TZDate } from "@date-fns/tz";

/**
 * The calendar day of an instant in a time zone, as date fields use it: `YYYY-MM-DD`.
 *
 * @param timeZone IANA name
 */
export const localDay = (at: Date, timeZone: string): string => new TZDate(at, timeZone).toISOString().slice(0, 10);
