import { z } from "zod";
import { startOfDayUtc } from "@/lib/platform/kernel/calendar-day";
import { endOfDay, startOfDay } from "@/lib/platform/kernel/day-in-zone";
import { isTimeZone } from "@/lib/platform/kernel/time-zones";
import { weeksOfMonth } from "@/lib/platform/kernel/weeks-of-month";
import type { Context } from "@/lib/platform/operations/operation";

/** How much of each kind a month shows. */
export const MOST_IN_MONTH = 300;

export const monthInput = {
  // Every day that a record can have is in one of these.
  month: z
    .string()
    .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
    .optional()
    .describe("YYYY-MM; the current one if absent. In whole weeks, from Monday on"),
};

/** A month's whole weeks, as its page shows them, on the viewer's clocks: as instants, and as calendar days for what has no time. */
export function calendarMonth({ actor, realNow }: Pick<Context, "actor" | "realNow">, asked: string | undefined) {
  const zone = isTimeZone(actor.timeZone) ? actor.timeZone : "UTC";
  const month = asked ?? monthOf(realNow, zone);
  const shown = weeksOfMonth(month);
  const [first = `${month}-01`, last = first] = [shown[0], shown.at(-1)];
  return {
    month,
    instants: { gte: startOfDay(first, zone), lt: endOfDay(last, zone) },
    days: { gte: startOfDayUtc(first), lte: startOfDayUtc(last) },
  };
}

const monthOf = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", timeZone }).format(at).slice(0, 7);
