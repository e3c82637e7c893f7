import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { withinAccount } from "@/lib/platform/jobs/within-account";
import { msg } from "@/lib/platform/language/msg";
import { endingsDue, endService } from "./end-service";

/** Ends services cancelled for the end of their period, before renewals run. */
export const endServicesJob: ScheduledJob = {
  name: "end",
  phase: "end",
  queue: "renew-services",
  cron: "*/5 * * * *",
  words: msg("{count, plural, one {# service ended as scheduled} other {# services ended as scheduled}}"),
  find: (db, now, after, take) =>
    db.service.findMany({
      where: { AND: [endingsDue(now), { id: { gt: after }, account: { status: "active" } }] },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: ({ accountId, id }, now) => withinAccount(accountId, now, async (job) => Number(await endService(job, id))),
};
