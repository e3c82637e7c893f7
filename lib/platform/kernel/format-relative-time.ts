const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/**
 * In English, as all the portal's sentences: these words stand in the middle of them. In numbers, because "tomorrow" and
 * "next month" speak of the calendar, and what is 40 hours away may be the day after tomorrow.
 */
const formatter = new Intl.RelativeTimeFormat("en", { numeric: "always" });

/**
 * Writes the distance between two instants: "3 days ago", "in 2 hours", "just now" below one minute. It follows a
 * verb, never a preposition: "Expires in 6 days", not "works until in 6 days".
 */
export function formatRelativeTime(instant: Date, now: Date): string {
  const seconds = (instant.getTime() - now.getTime()) / 1000;
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return formatter.format(Math.trunc(seconds / size), unit);
  }
  return seconds > 0 ? "in a moment" : "just now";
}
