import { TZDate } from "@date-fns/tz";

/** What clocks in `zone` show at an instant. */
export function localTimeAt(at: Date, zone: string): { day: string; time: string } {
  const text = new TZDate(at.getTime(), zone).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}
