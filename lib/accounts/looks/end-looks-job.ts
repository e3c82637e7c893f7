import { asJob, type Job } from "@/lib/platform/db/transaction";
import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { msg } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { stored } from "@/lib/platform/operations/stored";

/**
 * Logs the end of looks that nobody has left: time is up, or the sign-in is over. They have had no effect since then. The real
 * time counts, however far a demo's clock was moved.
 */
export const endLooksJob: ScheduledJob = {
  name: "end-looks",
  phase: "clean",
  queue: "end-looks",
  cron: "*/5 * * * *",
  words: msg("{count, plural, one {# view as a member ended} other {# views as a member ended}}"),
  find: (db, _, after, take) =>
    db.contactLook.findMany({
      where: { id: { gt: after }, endedAt: null, endsAt: { lte: new Date() } },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: async ({ accountId, id }) => (await asJob(accountId, new Date(), (job) => end(job, id))) ?? 0,
};

async function end({ db, account }: Job, lookId: string): Promise<number> {
  const look = await db.contactLook.findFirst({
    where: { id: lookId, endedAt: null },
    include: { contact: { select: { name: true } } },
  });
  if (look === null) return 0;
  const { count } = await db.contactLook.updateMany({
    where: { id: lookId, endedAt: null },
    data: { endedAt: look.endsAt },
  });
  if (count === 0) return 0;
  await db.auditEvent.createMany({
    data: {
      accountId: account.id,
      actorPersonId: look.lookerPersonId,
      actorName: look.lookerName,
      actorIsStaff: look.lookerIsStaff,
      via: "system",
      operation: "looks.end",
      permission: "people.members.look-as",
      outcome: "done",
      ...stored(say("Stopped viewing the portal as {name}, because time was up", { name: look.contact.name })),
      targetType: "contact",
      targetId: look.contactId,
    },
  });
  return count;
}
