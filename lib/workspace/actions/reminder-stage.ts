import { TZDate } from "@date-fns/tz";
import { startOfDayUtc } from "@/lib/platform/kernel/calendar-day";
import { addDays } from "@/lib/platform/kernel/dates";
import { localDay } from "@/lib/platform/kernel/local-day";

export type ReminderStage = "before" | "due" | "overdue";

export const DAYS_BEFORE = 3;
/** Nobody is reminded for the first time of what has been overdue for longer: after an update, or a worker that was off. */
export const DAYS_AFTER = 7;
/** The hour of their day from which people are reminded. */
const FROM_HOUR = 8;

interface Asked {
  readonly dueOn: Date;
  readonly assignedAt: Date;
  readonly timeZone: string;
}

/**
 * Which reminder of an action somebody should have had by `now`, in their own time zone: three days before it is due, on the
 * day, or the day after. Whoever was assigned it within those three days has just been told, and is not told again.
 */
export function reminderStage({ dueOn, assignedAt, timeZone }: Asked, now: Date): ReminderStage | null {
  if (new TZDate(now, timeZone).getHours() < FROM_HOUR) return null;
  const today = startOfDayUtc(localDay(now, timeZone));
  const since = addDays(dueOn, -DAYS_BEFORE);
  if (today < since || today > addDays(dueOn, DAYS_AFTER)) return null;
  if (today > dueOn) return "overdue";
  const assigned = startOfDayUtc(localDay(assignedAt, timeZone));
  if (today < dueOn) return assigned < since ? "before" : null;
  return assigned < dueOn ? "due" : null;
}
