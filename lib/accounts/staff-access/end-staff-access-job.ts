import { asJob, type Job } from "@/lib/platform/db/transaction";
import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { msg } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { stored } from "@/lib/platform/operations/stored";

/** Logs the end of access whose time is up. It has had no effect since then. */
export const endStaffAccessJob: ScheduledJob = {
  name: "end-staff-access",
  phase: "clean",
  queue: "end-staff-access",
  cron: "*/5 * * * *",
  words: msg("{count, plural, one {# access of support ended} other {# accesses of support ended}}"),
  find: (db, _, after, take) =>
    db.staffAccess.findMany({
      where: { id: { gt: after }, closedAt: null, endsAt: { lte: new Date() } },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: async ({ accountId, id }) => (await asJob(accountId, new Date(), (job) => end(job, id))) ?? 0,
};

async function end({ db, account }: Job, id: string): Promise<number> {
  const [ended] = await db.staffAccess.updateManyAndReturn({
    where: { id, closedAt: null },
    data: { closedAt: new Date() },
    select: { openedByName: true },
  });
  if (ended === undefined) return 0;
  await db.auditEvent.createMany({
    data: {
      accountId: account.id,
      actorName: ended.openedByName,
      via: "system",
      operation: "staff-access.close",
      permission: "settings.staff-access.change",
      outcome: "done",
      ...stored(say("Access of support to the workspace ended, because time was up")),
      targetType: "staffAccess",
      targetId: id,
    },
  });
  return 1;
}
