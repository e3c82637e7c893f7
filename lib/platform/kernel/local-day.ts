/**
 * The calendar day on which an instant falls in a time zone, as date fields write it: `YYYY-MM-DD`.
 *
 * @param timeZone IANA name
 */
export function localDay(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const named = new Map(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${named.get("year")?.padStart(4, "0")}-${named.get("month")}-${named.get("day")}`;
}
