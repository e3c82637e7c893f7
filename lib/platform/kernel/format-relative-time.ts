import { currentCode, t } from "@/lib/platform/language/t";
import { keptFew } from "./kept-few";

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/**
 * In the language of the sentences that these words are part of. In numbers, because "tomorrow" and "next month" refer to
 * the calendar, and 40 hours from now may be the day after tomorrow.
 */
const formatterFor = (language: string): Intl.RelativeTimeFormat =>
  formatters(language, () => new Intl.RelativeTimeFormat(language, { numeric: "always" }));

const formatters = keptFew<Intl.RelativeTimeFormat>();

/**
 * Formats the distance between two instants: "3 days ago", "in 2 hours", "just now" below one minute. Use it after a
 * verb, never after a preposition: "Expires in 6 days", not "valid until in 6 days".
 */
export function formatRelativeTime(instant: Date, now: Date): string {
  const seconds = (instant.getTime() - now.getTime()) / 1000;
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return formatterFor(currentCode()).format(Math.trunc(seconds / size), unit);
  }
  return seconds > 0 ? t("in a moment") : t("just now");
}
