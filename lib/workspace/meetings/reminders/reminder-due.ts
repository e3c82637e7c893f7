import { TZDate } from "@date-fns/tz";
import { addMinutes } from "@/lib/platform/kernel/dates";

interface Planned {
  readonly startsAt: Date;
  /** Of the place where it is. */
  readonly zone: string;
}

export interface DueReminder {
  readonly stage: "day" | "hour";
  /** Since when it is due. Whoever was invited later has just been told. */
  readonly since: Date;
}

/** A worker that was off tells nobody of tomorrow in the evening; the reminder an hour before comes all the same. */
const DAY_LATE_MINUTES = 180;

/** The reminder that is due: a day before by the clocks of the place, which may be 23 or 25 hours, and an hour before the start. */
export function reminderDue(meeting: Planned, now: Date): DueReminder | null {
  const { day, hour } = instantsOf(meeting);
  if (now >= meeting.startsAt) return null;
  if (now >= hour) return { stage: "hour", since: hour };
  return now >= day && now < addMinutes(day, DAY_LATE_MINUTES) ? { stage: "day", since: day } : null;
}

/** When the next one is due after `now`; null if none is. */
export function nextReminderOf(meeting: Planned, now: Date): Date | null {
  const { day, hour } = instantsOf(meeting);
  return [day, hour].find((instant) => instant > now) ?? null;
}

function instantsOf({ startsAt, zone }: Planned) {
  const day = new TZDate(startsAt, zone);
  day.setDate(day.getDate() - 1);
  return { day: new Date(day.getTime()), hour: addMinutes(startsAt, -60) };
}
