import { accessInWords } from "@/lib/accounts/core/access-in-words";
import { sendInvitation } from "@/lib/accounts/core/send-invitation";
import { lockAccount } from "@/lib/platform/db/lock-account";
import type { Job } from "@/lib/platform/db/transaction";
import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { withinAccount } from "@/lib/platform/jobs/within-account";
import { msg } from "@/lib/platform/language/msg";
import { planOf } from "@/lib/policy/access-plan";

/** Mails the invitations of people who were added by a list. */
export const sendQueuedJob: ScheduledJob = {
  name: "send-queued-invitations",
  phase: "notify",
  queue: "send-queued-invitations",
  cron: "* * * * *",
  words: msg("{count, plural, one {# invitation sent} other {# invitations sent}}"),
  find: (db, _now, after, take) =>
    db.invitation.findMany({
      where: { id: { gt: after }, queued: true, acceptedAt: null, revokedAt: null },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: ({ accountId, id }, now) => withinAccount(accountId, now, (job) => send(job, id)),
};

async function send({ db, account, people }: Job, invitationId: string): Promise<number> {
  await lockAccount(db, account.id);
  const queued = await db.invitation.findFirst({
    where: { accountId: account.id, id: invitationId, queued: true, acceptedAt: null, revokedAt: null },
    select: { contactId: true, invitedByName: true, invitedById: true, contact: { select: { status: true } } },
  });
  if (queued === null || queued.contact.status !== "invited") return 0;
  const { contactId, invitedByName: invitedBy, invitedById } = queued;
  const member = (await people()).find((one) => one.contactId === contactId);
  if (member === undefined) return 0;
  const { name, email, subject } = member;
  const access = accessInWords(planOf(subject), "UTC");
  // It revokes the one that was queued, so that nothing is sent twice.
  await sendInvitation(db, { account, contactId, name, email, invitedBy, invitedById, access, now: new Date() });
  return 1;
}
