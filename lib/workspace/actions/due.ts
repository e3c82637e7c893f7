import { startOfDayUtc } from "@/lib/platform/kernel/calendar-day";
import { addDays } from "@/lib/platform/kernel/dates";
import { localDay } from "@/lib/platform/kernel/local-day";
import type { Context } from "@/lib/platform/operations/operation";

/** Today where the viewer is, as due dates are stored: midnight UTC of the calendar day. */
export const todayOf = ({ actor, now }: Pick<Context, "actor" | "now">): Date =>
  startOfDayUtc(localDay(now, actor.timeZone));

/** The last day of "the next seven days". */
export const weekFrom = (today: Date): Date => addDays(today, 6);

export const openOverdue = (today: Date) => ({ doneOrder: 0, dueOn: { lt: today } });

export const isOverdue = (action: { readonly doneOrder: number; readonly dueOn: Date | null }, today: Date): boolean =>
  action.doneOrder === 0 && action.dueOn !== null && action.dueOn < today;
