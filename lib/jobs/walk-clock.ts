import { env } from "@/lib/platform/config/env";
import { asWorker } from "@/lib/platform/db/transaction";
import { addDays } from "@/lib/platform/kernel/dates";
import { runJobs } from "./run-jobs";

/**
 * Advances a demo's clock to the requested time, one day at a time, running the scheduled jobs on each day, so that
 * reminders and retries happen on their days. If interrupted, the next call continues from there.
 */
export async function walkClock(stopping: () => boolean = () => false): Promise<void> {
  if (env().PORTAL_MODE === "production") return;
  while (!stopping()) {
    const seen = await asWorker((db) => db.clockShift.findUnique({ where: { id: 1 } }));
    if (seen === null || seen.walkTo === null) return;
    const now = new Date(Date.now() + Number(seen.shiftMs));
    const next = new Date(Math.min(seen.walkTo.getTime(), addDays(now, 1).getTime()));
    // Never backwards, and only from the value read: another worker may be advancing it too.
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
