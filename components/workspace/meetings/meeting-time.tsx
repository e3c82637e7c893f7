import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

type Props = { meeting: { startsAt: string; endsAt: string; zone: string }; format: ViewerFormat };

/** When a meeting is: on the clocks of its place, and on the viewer's own if they show another time. */
export function MeetingTime({ meeting, format }: Props) {
  const there = rangeIn(meeting, meeting.zone, format.locale);
  const here = rangeIn(meeting, format.timeZone, format.locale);
  return (
    <span>
      <time dateTime={meeting.startsAt}>{there}</time>{" "}
      <span className="text-ink-soft">({meeting.zone.replaceAll("_", " ")})</span>
      {there !== here && <span className="block text-sm text-ink-soft">{t("Your time: {when}", { when: here })}</span>}
    </span>
  );
}

const rangeIn = ({ startsAt, endsAt }: Props["meeting"], timeZone: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    ...{ weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
    timeZone,
  }).formatRange(new Date(startsAt), new Date(endsAt));
