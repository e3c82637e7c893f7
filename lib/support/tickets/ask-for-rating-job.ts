import { env } from "@/lib/platform/config/env";
import type { Job } from "@/lib/platform/db/transaction";
import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { withinAccount } from "@/lib/platform/jobs/within-account";
import { addDays } from "@/lib/platform/kernel/dates";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";
import { can } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";
import { TicketQuestion } from "./mail/ticket-question";

/** Tickets closed longer ago are not asked about: after an update of the portal, or a worker that was off. */
const DAYS_LATE = 7;

/** Asks, once and a day after closing, the person who opened a ticket how it went. */
export const askForRatingJob: ScheduledJob = {
  name: "ask-for-rating",
  phase: "notify",
  queue: "ask-for-rating",
  cron: "27 * * * *",
  words: msg("{count, plural, one {# question about a closed ticket} other {# questions about closed tickets}}"),
  find: (db, now, after, take) =>
    db.ticket.findMany({
      where: {
        id: { gt: after },
        closedAt: { lte: addDays(now, -1), gt: addDays(now, -1 - DAYS_LATE) },
        rating: { is: null },
        mergedIntoId: null,
      },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: ({ accountId, id }, now) => withinAccount(accountId, now, (job) => ask(job, id, now)),
};

async function ask({ db, account, people }: Job, ticketId: string, now: Date): Promise<number> {
  const ticket = await db.ticket.findFirst({
    where: { id: ticketId, closedAt: { lte: addDays(now, -1) }, mergedIntoId: null },
    select: { id: true, number: true, subject: true, department: true, serviceId: true, openedByContactId: true },
  });
  if (ticket === null) return 0;
  // Whoever writes this row asks: another worker finds it and leaves the ticket alone.
  const asked = { accountId: account.id, ticketId, askedAt: now };
  const { count } = await db.ticketRating.createMany({ data: asked, skipDuplicates: true });
  if (count === 0) return 0;
  const to = noticeRecipients(await people(), "notices.support.receive").filter(
    ({ contactId, hasLogin, subject }) =>
      hasLogin && contactId === ticket.openedByContactId && can(viewerOf(subject), "support.tickets.rate", ticket),
  );
  await sendNotice(db, {
    accountId: account.id,
    kind: ticket.department === "billing" ? "billing" : "support",
    notice: "notices.support.receive",
    to,
    subject: () => t("How did we do? [#{number}] {subject}", { number: ticket.number, subject: ticket.subject }),
    template: "ticket-question",
    about: { kind: "ticket-rating", ids: [ticketId] },
    body: () =>
      TicketQuestion({
        ticket,
        accountName: account.name,
        href: `${env().PORTAL_URL}/a/${account.id}/tickets/${ticketId}#rating`,
        footer: t("You're receiving this once because you opened this ticket."),
      }),
  });
  return to.length;
}
