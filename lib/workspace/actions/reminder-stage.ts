import { TZDate } from "@date-fns/tz";
import { startOfDayUtc } from "@/lib/platform/kernel/calendar-day";
import { addDays } from "@/lib/platform/kernel/dates";
import { localDay } from "@/lib/platform/kernel/local-day";

export type ReminderStage = "before" | "due" | "overdue";

const DAYS_BEFORE = 3;
/** Nobody is reminded for the first time of what has been overdue for longer: after an update, or a worker that was off. */
const DAYS_AFTER = 7;
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

/** The first instant after `after` at which one of those people can be due for a reminder; null if there is none any more. */
export function nextReminderAt(dueOn: Date, timeZones: readonly string[], after: Date): Date | null {
  const days = [addDays(dueOn, -DAYS_BEFORE), dueOn, addDays(dueOn, 1)];
  const instants = timeZones.flatMap((zone) => days.map((day) => morningOf(day, zone)));
  const later = instants.filter((instant) => instant > after.getTime());
  return later.length === 0 ? null : new Date(Math.min(...later));
}

const morningOf = (day: Date, timeZone: string): number =>
  new TZDate(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), FROM_HOUR, 0, 0, timeZone).getTime();

/** For a change: the worker looks at the action at once, and then says itself when it looks again. */
export const lookAt = (action: { readonly dueOn: Date | null; readonly status: string }, now: Date): Date | null =>
  action.dueOn === null || ["onHold", "complete", "closed"].includes(action.status) ? null : now;
