import { calendarDay, dayOf, startOfDayUtc } from "@/lib/platform/kernel/calendar-day";
import { addDays } from "@/lib/platform/kernel/dates";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

/** Input of every operation on a period: whole days, UTC. Defaults to the current month so far. */
export const periodInput = {
  from: calendarDay.optional().describe("First day, UTC"),
  to: calendarDay.optional().describe("Last day, UTC"),
};

export interface Span {
  readonly from: Date;
  /** Exclusive end. */
  readonly until: Date;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** Throws an `invalid` Problem if the last day is before the first. */
export function spanOf({ from, to }: { from?: string | undefined; to?: string | undefined }, now: Date): Span {
  const lastDay = to ?? dayOf(now);
  const firstDay = from ?? `${lastDay.slice(0, 7)}-01`;
  if (lastDay < firstDay) throw invalidField("to", t("Select an end date on or after the start date."));
  return { from: startOfDayUtc(firstDay), until: addDays(startOfDayUtc(lastDay), 1), firstDay, lastDay };
}
