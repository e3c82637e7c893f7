import { z } from "zod";
import { env } from "@/lib/platform/config/env";
import { addDays, iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/**
 * Moves the demo clock forward. The worker advances it a day at a time and runs the scheduled jobs on each day. Not
 * available in production.
 */
export const advanceClock = defineCommand({
  name: "clock.advance",
  permission: "staff.clock.move",
  scope: "staff",
  summary: "Advance the demo clock to the next day or month, running the scheduled jobs on the way",
  activity: "advance the demo clock",
  input: z.object({ to: z.enum(["nextDay", "nextMonth"]).default("nextMonth") }),
  output: z.object({ walkTo: isoDateTime }),
  http: { method: "POST", path: "/staff/clock/advance" },
  async run({ db, now, realNow }, { to }) {
    if (env().PORTAL_MODE === "production") throw notFound();
    const walkTo = to === "nextDay" ? addDays(now, 1) : firstOfNextMonth(now);
    const shift = await db.clockShift.findUnique({ where: { id: 1 }, select: { walkTo: true } });
    if (shift === null) {
      await db.clockShift.createMany({ data: { id: 1, shiftMs: 0n, walkTo, movedAt: realNow }, skipDuplicates: true });
    } else {
      const { count } = await db.clockShift.updateMany({ where: { id: 1, walkTo: null }, data: { walkTo } });
      if (count === 0) throw new Problem("conflict", t("The clock is already advancing. Wait until it finishes."));
    }
    const day = iso(walkTo).slice(0, 10);
    return { output: { walkTo: iso(walkTo) }, audit: { summary: say("Moved the demo clock to {day}", { day }) } };
  },
});

const firstOfNextMonth = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
