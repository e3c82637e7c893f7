import { z } from "zod";
import { startOfDay } from "@/lib/platform/kernel/day-in-zone";
import { isTimeZone } from "@/lib/platform/kernel/time-zones";
import type { Context } from "@/lib/platform/operations/operation";

/** How much of each kind a month shows. */
export const MOST_IN_MONTH = 300;

export const monthInput = {
  month: z
    .string()
    .regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/)
    .optional()
    .describe("YYYY-MM; the current one if absent"),
};

/** A month on the viewer's clocks: as instants, and as calendar days for what has no time. */
export function calendarMonth({ actor, realNow }: Pick<Context, "actor" | "realNow">, asked: string | undefined) {
  const zone = isTimeZone(actor.timeZone) ? actor.timeZone : "UTC";
  const month = asked ?? monthOf(realNow, zone);
  const next = nextMonth(month);
  return {
    month,
    instants: { gte: startOfDay(`${month}-01`, zone), lt: startOfDay(`${next}-01`, zone) },
    days: { gte: new Date(`${month}-01T00:00:00Z`), lt: new Date(`${next}-01T00:00:00Z`) },
  };
}

const monthOf = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", timeZone }).format(at).slice(0, 7);

function nextMonth(month: string): string {
  const [year = 2000, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}
