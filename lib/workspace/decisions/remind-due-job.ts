import type { Job } from "@/lib/platform/db/transaction";
import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { withinAccount } from "@/lib/platform/jobs/within-account";
import { msg } from "@/lib/platform/language/msg";
import { decisionColumns } from "./decision-record";
import { lockDecision } from "./lock-decision";
import { nextReminder } from "./next-reminder";
import { noteReminded } from "./note-reminded";
import { notifyInvited } from "./notify-invited";
import { votersMissing } from "./voters-missing";

/** Reminds those who haven't voted a week, a day and an hour before the deadline. After an outage once, not three times. */
export const remindDueJob: ScheduledJob = {
  name: "remind-voters",
  phase: "remind",
  queue: "decisions",
  cron: "* * * * *",
  words: msg("{count, plural, one {# reminder to vote} other {# reminders to vote}}"),
  find: (db, _now, after, take) => {
    const now = new Date();
    return db.decision.findMany({
      where: { id: { gt: after }, status: "open", voteBy: { gt: now }, remindAt: { lte: now } },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    });
  },
  work: ({ accountId, id }) => withinAccount(accountId, new Date(), (job) => remind(job, id)),
};

async function remind({ db, account, people }: Job, id: string): Promise<number> {
  const now = await lockDecision(db, { accountId: account.id, id });
  const decision = await db.decision.findFirst({
    where: { accountId: account.id, id, status: "open", voteBy: { gt: now }, remindAt: { lte: now } },
    select: decisionColumns,
  });
  if (decision === null) return 0;
  await db.decision.updateMany({
    where: { accountId: account.id, id },
    data: { remindAt: nextReminder(decision.voteBy, now) },
  });
  const missing = await votersMissing(db, account.id, decision);
  const contactIds = await notifyInvited({ db, account, people }, id, { what: "reminder", only: missing });
  await noteReminded(db, { accountId: account.id, decisionId: id, contactIds, at: now, byName: null });
  return contactIds.length;
}
