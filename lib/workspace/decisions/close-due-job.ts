import type { Job } from "@/lib/platform/db/transaction";
import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { withinAccount } from "@/lib/platform/jobs/within-account";
import { msg } from "@/lib/platform/language/msg";
import { lockDecision } from "./lock-decision";
import { notifyInvited } from "./notify-invited";
import { publishResult } from "./publish-result";

/**
 * Publishes the results of votes whose deadline has passed. The deadline itself is kept by the database: no vote is accepted after
 * it, whether or not this job runs. By the real clock, which deadlines are in.
 */
export const closeDueJob: ScheduledJob = {
  name: "close-decisions",
  phase: "notify",
  queue: "decisions",
  cron: "* * * * *",
  words: msg("{count, plural, one {# vote closed} other {# votes closed}}"),
  find: (db, _now, after, take) =>
    db.decision.findMany({
      where: { id: { gt: after }, closesAt: { lte: new Date() } },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: ({ accountId, id }) => withinAccount(accountId, new Date(), (job) => close(job, id)),
};

async function close({ db, account, people }: Job, id: string): Promise<number> {
  const now = await lockDecision(db, { accountId: account.id, id });
  const due = await db.decision.findFirst({
    where: { accountId: account.id, id, status: "open", voteBy: { lte: now } },
    select: { voteBy: true },
  });
  if (due === null) return 0;
  await publishResult(db, account, { id, closedAt: due.voteBy, closedByName: null });
  await notifyInvited({ db, account, people }, id, { what: "result" });
  return 1;
}
