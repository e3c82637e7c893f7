import type { AccountMember } from "@/lib/platform/db/load-subject";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import type { Job } from "@/lib/platform/db/transaction";
import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { withinAccount } from "@/lib/platform/jobs/within-account";
import { dayOf } from "@/lib/platform/kernel/calendar-day";
import { msg } from "@/lib/platform/language/msg";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { can } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";
import { type ActionRow, actionColumns } from "./action-record";
import { lookAt, nextReminderAt, reminderStage } from "./reminder-stage";
import { sendActionNotice } from "./send-action-notice";

/** Reminds assignees before, on and after the due date, once each, unless their part is complete or the action on hold. */
export const remindJob: ScheduledJob = {
  name: "remind-of-actions",
  phase: "notify",
  queue: "remind-of-actions",
  cron: "11 * * * *",
  words: msg("{count, plural, one {# reminder of an action} other {# reminders of actions}}"),
  find: (db, now, after, take) =>
    db.action.findMany({
      where: { id: { gt: after }, remindAt: { lte: now } },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: ({ accountId, id }, now) => withinAccount(accountId, now, (job) => remind(job, id, now)),
};

async function remind(job: Job, actionId: string, now: Date): Promise<number> {
  const { db, account, people } = job;
  // Another worker, or whoever changes the action, waits for this one or is waited for.
  await queryRows(
    db,
    sql`select "id" from "Action" where "accountId" = ${account.id}::uuid and "id" = ${actionId}::uuid for update`,
  );
  const where = { id: actionId, remindAt: { lte: now } };
  const action = await db.action.findFirst({ where, select: actionColumns });
  if (action === null) return 0;
  const { dueOn } = action;
  const active = dueOn !== null && lookAt(action, now) !== null;
  const assigned = action.assignments.map(({ contactId }) => contactId);
  const members = active ? (await people()).filter(({ contactId }) => assigned.includes(contactId)) : [];
  const zones = members.map(({ timeZone }) => timeZone);
  const remindAt = active ? nextReminderAt(dueOn, zones, now) : null;
  await db.action.updateMany({ where, data: { remindAt } });
  return active ? remindEach(job, { ...action, dueOn }, members, now) : 0;
}

async function remindEach(
  { db, account }: Job,
  action: ActionRow & { readonly dueOn: Date },
  members: readonly AccountMember[],
  now: Date,
): Promise<number> {
  const { id: actionId, dueOn } = action;
  let count = 0;
  // Access and wishes as they are now, not as they were when the action was assigned.
  for (const person of noticeRecipients(members, "notices.workspace.receive")) {
    const { contactId, timeZone } = person;
    const part = action.assignments.find((one) => one.contactId === contactId);
    if (!part || part.status === "complete" || !can(viewerOf(person.subject), "actions.view", action)) continue;
    const stage = reminderStage({ dueOn, assignedAt: part.assignedAt, timeZone }, now);
    if (stage === null) continue;
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
