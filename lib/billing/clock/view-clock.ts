import { z } from "zod";
import { env } from "@/lib/platform/config/env";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { defineQuery } from "@/lib/platform/operations/operation";
import { clockRun, clockView, LAST_RUNS } from "./schema";

/** The current time for billing, and recent runs of the scheduled jobs. */
export const viewClock = defineQuery({
  name: "clock.view",
  permission: "staff.clock.move",
  scope: "staff",
  summary: "View the billing clock and recent job runs",
  activity: "view the demo clock",
  input: z.object({}),
  output: clockView,
  http: { method: "GET", path: "/staff/clock" },
  run: async ({ db, now, realNow }) => {
    const shift = await db.clockShift.findUnique({ where: { id: 1 }, select: { walkTo: true } });
    const runs = await db.monthRun.findMany({ orderBy: [{ startedAt: "desc" }, { id: "desc" }], take: LAST_RUNS });
    return {
      now: iso(now),
      realNow: iso(realNow),
      movable: env().PORTAL_MODE !== "production",
      walkTo: isoOrNull(shift?.walkTo ?? null),
      runs: runs.map(({ id, at, startedAt, finishedAt, did, failures }) => ({
        id,
        at: iso(at),
        startedAt: iso(startedAt),
        tookMs: finishedAt.getTime() - startedAt.getTime(),
        did: clockRun.shape.did.parse(
          Object.entries(z.record(z.string(), z.number()).parse(did)).map(([job, times]) => ({ job, times })),
        ),
        failures,
      })),
    };
  },
});
