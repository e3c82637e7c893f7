import type { AccountMember } from "@/lib/platform/db/load-subject";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import type { Job } from "@/lib/platform/db/transaction";
import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { withinAccount } from "@/lib/platform/jobs/within-account";
import { msg } from "@/lib/platform/language/msg";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { can } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";
import { type MeetingRow, meetingColumns } from "@/lib/workspace/core/meeting-record";
import { type DueReminder, nextReminderOf, reminderDue } from "./reminder-due";
import { sendReminder } from "./send-reminder";

/** Reminds those invited to a meeting a day and an hour before it starts, once each, unless they have declined. */
export const remindOfMeetingsJob: ScheduledJob = {
  name: "remind-of-meetings",
  phase: "notify",
  queue: "remind-of-meetings",
  cron: "*/5 * * * *",
  words: msg("{count, plural, one {# reminder of a meeting} other {# reminders of meetings}}"),
  find: (db, now, after, take) =>
    db.meeting.findMany({
      where: { id: { gt: after }, remindAt: { lte: now } },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: ({ accountId, id }, now) => withinAccount(accountId, now, (job) => remind(job, id, now)),
};

async function remind(job: Job, meetingId: string, now: Date): Promise<number> {
  const { db, account, people } = job;
  // Another worker, or whoever moves or cancels the meeting, waits for this one or is waited for.
  await queryRows(
    db,
    sql`select "id" from "Meeting" where "accountId" = ${account.id}::uuid and "id" = ${meetingId}::uuid for update`,
  );
  const where = { accountId: account.id, id: meetingId, remindAt: { lte: now } };
  const meeting = await db.meeting.findFirst({ where, select: meetingColumns });
  if (meeting === null) return 0;
  await db.meeting.updateMany({ where, data: { remindAt: nextReminderOf(meeting, now) } });
  const due = reminderDue(meeting, now);
  return due === null ? 0 : remindEach(job, meeting, due, await people());
}

async function remindEach(
  job: Job,
  meeting: MeetingRow,
  { stage, since }: DueReminder,
  members: readonly AccountMember[],
): Promise<number> {
  const { db, account } = job;
  const { startsAt } = meeting;
  const noted = stage === "day" ? "remindedDayFor" : "remindedHourFor";
  let count = 0;
  // Access and wishes as they are now, not as they were when somebody was invited.
  for (const person of noticeRecipients(members, "notices.workspace.receive")) {
    if (!can(viewerOf(person.subject), "meetings.view", meeting)) continue;
    const { contactId } = person;
    const told = await db.meetingInvitation.updateMany({
      where: {
        ...{ accountId: account.id, meetingId: meeting.id, contactId, invitedAt: { lt: since } },
        answer: { not: "apologies" },
        OR: [{ [noted]: null }, { [noted]: { not: startsAt } }],
      },
      data: { [noted]: startsAt },
    });
    if (told.count === 0) continue;
    await sendReminder(job, { meeting, person, stage });
    count += 1;
  }
  return count;
}
