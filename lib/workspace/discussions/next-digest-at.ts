import { TZDate } from "@date-fns/tz";

/** When digests come, on the clock of their reader. */
const HOUR = 7;
const MONDAY = 1;

/** The next morning after `now` in a time zone: of the next day, or of the next Monday. */
export function nextDigestAt(frequency: "daily" | "weekly", timeZone: string, now: Date): Date {
  const here = new TZDate(now.getTime(), timeZone);
  for (let days = 0; ; days++) {
    const morning = new TZDate(here.getFullYear(), here.getMonth(), here.getDate() + days, HOUR, 0, timeZone);
    if (morning.getTime() <= now.getTime()) continue;
    if (frequency === "daily" || morning.getDay() === MONDAY) return new Date(morning.getTime());
  }
}
