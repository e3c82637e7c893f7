/** One for each locale: making one takes longer than the rest of an explanation. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** "31 March 2026", by the day in UTC. */
export function longDate(locale: string, date: Date): string {
  let format = formats.get(locale);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    formats.set(locale, format);
  }
  return format.format(date);
}
