import { TZDate } from "@date-fns/tz";
import { addDays } from "@/lib/platform/kernel/dates";
import { localTimeAt } from "@/lib/platform/kernel/local-time-at";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

interface LocalTimes {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** `HH:MM` */
  readonly startTime: string;
  readonly endTime: string;
  readonly zone: string;
}

/**
 * The instants of a meeting that is entered by the clocks of its place. An end that is not after the start is on the next
 * day. Of an hour that clocks show twice, the first is meant. Throws `invalid` for a time that clocks skip.
 */
export function instantsOf({ day, startTime, endTime, zone }: LocalTimes): { startsAt: Date; endsAt: Date } {
  const startsAt = instantAt("startTime", day, startTime, zone);
  const endDay =
    endTime > startTime
      ? day
      : addDays(new Date(`${day}T00:00:00Z`), 1)
          .toISOString()
          .slice(0, 10);
  return { startsAt, endsAt: instantAt("endTime", endDay, endTime, zone) };
}

function instantAt(field: string, day: string, time: string, zone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const at = firstOf(new Date(new TZDate(year, month - 1, date, hour, minute, zone).getTime()), { day, time, zone });
  const shown = localTimeAt(at, zone);
  if (shown.day !== day || shown.time !== time)
    throw invalidField(field, t("The clocks go forward then, so this time doesn't exist. Choose another one."));
  return at;
}

/** The earlier of two instants at which clocks show the same, an hour or less apart. */
function firstOf(at: Date, { day, time, zone }: { day: string; time: string; zone: string }): Date {
  for (const minutes of [60, 30]) {
    const earlier = new Date(at.getTime() - minutes * 60_000);
    const shown = localTimeAt(earlier, zone);
    if (shown.day === day && shown.time === time) return earlier;
  }
  return at;
}
