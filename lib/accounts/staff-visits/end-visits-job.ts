import { asWorker } from "@/lib/platform/db/transaction";
import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { msg } from "@/lib/platform/language/msg";

/** Notes the end of visits whose time is up. They have had no effect since then; the list shows them as over either way. */
export const endVisitsJob: ScheduledJob = {
  name: "end-staff-visits",
  phase: "clean",
  queue: "end-staff-visits",
  cron: "*/5 * * * *",
  words: msg("{count, plural, one {# visit of staff ended} other {# visits of staff ended}}"),
  find: (db, _, after, take) =>
    db.staffVisit.findMany({
      where: { id: { gt: after }, endedAt: null, endsAt: { lte: new Date() } },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: ({ id }) =>
    asWorker(async (db) => {
      const where = { id, endedAt: null, endsAt: { lte: new Date() } };
      const over = await db.staffVisit.findFirst({ where, select: { endsAt: true } });
      if (over === null) return 0;
      const { count } = await db.staffVisit.updateMany({ where, data: { endedAt: over.endsAt, endedBy: "time" } });
      return count;
    }),
};
