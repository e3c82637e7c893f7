import { currentLocale } from "@/lib/platform/language/with-language";

/** "Tuesday 8 December 2026 at 10:00 – 11:30 (Europe/Amsterdam)", on the clocks of the meeting's place. */
export function whenInWords({ startsAt, endsAt, zone }: { startsAt: Date; endsAt: Date; zone: string }): string {
  const format = new Intl.DateTimeFormat(currentLocale(), { dateStyle: "full", timeStyle: "short", timeZone: zone });
  return `${format.formatRange(startsAt, endsAt)} (${zone.replaceAll("_", " ")})`;
}
