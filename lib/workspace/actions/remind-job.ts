import type { Job } from "@/lib/platform/db/transaction";
import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { withinAccount } from "@/lib/platform/jobs/within-account";
import { dayOf } from "@/lib/platform/kernel/calendar-day";
import { addDays } from "@/lib/platform/kernel/dates";
import { msg } from "@/lib/platform/language/msg";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { can } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";
import { actionColumns } from "./action-record";
import { DAYS_AFTER, DAYS_BEFORE, reminderStage } from "./reminder-stage";
import { sendActionNotice } from "./send-action-notice";

/** Somebody's day can begin before and after that of UTC. */
const window = (now: Date) => ({ gte: addDays(now, -DAYS_AFTER - 2), lte: addDays(now, DAYS_BEFORE + 1) });

/** Reminds assignees before, on and after the due date, once each, unless their part is complete or the action on hold. */
export const remindJob: ScheduledJob = {
  name: "remind-of-actions",
  phase: "notify",
  queue: "remind-of-actions",
  cron: "11 * * * *",
  words: msg("{count, plural, one {# reminder of an action} other {# reminders of actions}}"),
  find: (db, now, after, take) =>
    db.action.findMany({
      where: { id: { gt: after }, doneOrder: 0, dueOn: window(now) },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: ({ accountId, id }, now) => withinAccount(accountId, now, (job) => remind(job, id, now)),
};

async function remind({ db, account, people }: Job, actionId: string, now: Date): Promise<number> {
  const action = await db.action.findFirst({
    where: { id: actionId, doneOrder: 0, status: { not: "onHold" }, dueOn: window(now) },
    select: actionColumns,
  });
  if (action === null || action.dueOn === null) return 0;
  const { dueOn } = action;
  // Access and wishes as they are now, not as they were when the action was assigned.
  const told = noticeRecipients(await people(), "notices.workspace.receive");
  let count = 0;
  for (const { contactId, status, assignedAt } of action.assignments) {
    const person = told.find((one) => one.contactId === contactId);
    if (status === "complete" || person === undefined || !can(viewerOf(person.subject), "actions.view", action))
      continue;
    const stage = reminderStage({ dueOn, assignedAt, timeZone: person.timeZone }, now);
    if (stage === null) continue;
    // Whoever writes this row reminds: another worker waits for it, and then leaves it alone.
    const sent = await db.actionReminder.createMany({
      data: { accountId: account.id, actionId, contactId, dueOn, stage, sentAt: now },
      skipDuplicates: true,
    });
    if (sent.count === 0) continue;
    await sendActionNotice(
      { db, account },
      { action: { ...action, dueOn: dayOf(dueOn) }, to: [person], because: stage },
    );
    count += 1;
  }
  return count;
}
