import { env } from "@/lib/platform/config/env";
import { asWorker } from "@/lib/platform/db/transaction";
import { addDays } from "@/lib/platform/kernel/dates";
import { runJobs } from "./run-jobs";

/**
 * Takes the clock of a demo to where staff want it, a day at a time, and runs the month's jobs on each day: so the
 * reminders and attempts in between happen on their days. Left in the middle, the next call goes on from there.
 */
export async function walkClock(stopping: () => boolean = () => false): Promise<void> {
  if (env().PORTAL_MODE === "production") return;
  while (!stopping()) {
    const seen = await asWorker((db) => db.clockShift.findUnique({ where: { id: 1 } }));
    if (seen === null || seen.walkTo === null) return;
    const now = new Date(Date.now() + Number(seen.shiftMs));
    const next = new Date(Math.min(seen.walkTo.getTime(), addDays(now, 1).getTime()));
    // Never back, and only from where it was read: another worker may be walking it.
    const shiftMs = BigInt(Math.max(next.getTime() - Date.now(), Number(seen.shiftMs)));
    const there = { id: 1, walkTo: seen.walkTo, shiftMs: seen.shiftMs };
    const { count } = await asWorker((db) =>
      db.clockShift.updateMany({ where: there, data: { shiftMs, movedAt: new Date() } }),
    );
    if (count === 0) return;
    await runJobs(next);
    if (next < seen.walkTo) continue;
    await asWorker((db) => db.clockShift.updateMany({ where: { id: 1, walkTo: seen.walkTo }, data: { walkTo: null } }));
  }
}
