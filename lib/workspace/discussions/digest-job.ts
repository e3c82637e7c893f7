import type { DiscussionFrequency } from "@/lib/platform/db/generated/client";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { Job } from "@/lib/platform/db/transaction";
import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { withinAccount } from "@/lib/platform/jobs/within-account";
import { msg } from "@/lib/platform/language/msg";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { nextDigestAt } from "./next-digest-at";
import { sendDigest } from "./send-digest";

/** Mails what is new in the threads that people follow daily or weekly. Nothing new, no mail. */
export const digestJob: ScheduledJob = {
  name: "discussion-digests",
  phase: "notify",
  queue: "discussion-digests",
  cron: "*/10 * * * *",
  words: msg("{count, plural, one {# digest of discussions} other {# digests of discussions}}"),
  find: (db, now, after, take) =>
    db.discussionDigest.findMany({
      where: { id: { gt: after }, dueAt: { lte: now } },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: ({ accountId, id }, now) => withinAccount(accountId, now, (job) => work(job, id)),
};

async function work({ db, account, people, now }: Job, id: string): Promise<number> {
  const due = await db.discussionDigest.findFirst({ where: { id, dueAt: { lte: now } } });
  if (due === null) return 0;
  const person = readerIn(await people(), due.contactId);
  // Where its reader is now: they may have moved since it was scheduled.
  const { timeZone } = person ?? due;
  const dueAt = nextDigestAt(due.frequency === "weekly" ? "weekly" : "daily", timeZone, now);
  // Whoever moves it on sends it: another worker waits here and finds that it isn't due any more.
  const { count } = await db.discussionDigest.updateMany({
    where: { id, dueAt: due.dueAt },
    data: { timeZone, dueAt },
  });
  if (count === 0 || person === undefined) return 0;
  return (await sendDigest({ db, account, now }, person, due.frequency satisfies DiscussionFrequency)) ? 1 : 0;
}

const readerIn = (people: readonly AccountMember[], contactId: string): AccountMember | undefined =>
  noticeRecipients(people, "notices.workspace.receive").find((one) => one.contactId === contactId && one.hasLogin);
