import { env } from "@/lib/platform/config/env";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { Job } from "@/lib/platform/db/transaction";
import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { withinAccount } from "@/lib/platform/jobs/within-account";
import { addDays } from "@/lib/platform/kernel/dates";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { canSome } from "@/lib/policy/evaluate";
import { isOwner } from "@/lib/policy/subject";
import { viewerOf } from "@/lib/policy/viewer";
import { TermEndsMail } from "./mail/term-ends";

const FIRST_DAYS = 14;
const LAST_DAYS = 1;

/** An account may have many who could set an end date; this many are told. */
const MOST_TOLD = 50;

/** Warns before a member's access ends, 14 days and one day before: the member, and those who may set end dates. */
export const warnOfTermJob: ScheduledJob = {
  name: "warn-of-term",
  phase: "notify",
  queue: "warn-of-term",
  cron: "7 * * * *",
  words: msg("{count, plural, one {# warning of an end date} other {# warnings of end dates}}"),
  // Access has no business clock: it ends on the day that was chosen, whatever a demo does.
  find: (db, _now, after, take) =>
    db.contact.findMany({
      where: {
        id: { gt: after },
        kind: "member",
        status: "active",
        endsAt: { gt: new Date(), lte: addDays(new Date(), FIRST_DAYS) },
      },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: ({ accountId, id }, now) => withinAccount(accountId, now, (job) => warn(job, id)),
};

async function warn({ db, account, people }: Job, contactId: string): Promise<number> {
  const now = new Date();
  const all = await people();
  const member = all.find((one) => one.contactId === contactId);
  const endsAt = member?.subject.gates.contactEndsAt ?? null;
  if (member === undefined || isOwner(member.subject) || endsAt === null || endsAt <= now) return 0;
  if (endsAt > addDays(now, FIRST_DAYS)) return 0;
  const kind = endsAt <= addDays(now, LAST_DAYS) ? `term-${LAST_DAYS}` : `term-${FIRST_DAYS}`;
  // Whoever writes this row warns: another worker finds it and leaves the member alone.
  const warned = { accountId: account.id, contactId, kind, about: endsAt, sentAt: now };
  const { count } = await db.accessWarning.createMany({ data: warned, skipDuplicates: true });
  if (count === 0) return 0;
  const href = `${env().PORTAL_URL}/a/${account.id}`;
  const common = { accountId: account.id, kind: "people", template: "term-ends" } as const;
  await sendMail(db, {
    ...common,
    to: addressOf(member),
    about: { permission: "account.view" },
    subject: () => t("Your access to {account} ends soon", { account: account.name }),
    body: () => <TermEndsMail account={account.name} name={null} endsAt={endsAt} href={href} />,
  });
  const others = all.filter((one) => one.contactId !== contactId && maySetTerms(one)).slice(0, MOST_TOLD);
  await sendMail(db, {
    ...common,
    to: others.map(addressOf),
    about: { permission: "people.terms.set" },
    subject: () => t("{name}'s access to {account} ends soon", { name: member.name, account: account.name }),
    body: () => (
      <TermEndsMail account={account.name} name={member.name} endsAt={endsAt} href={`${href}/people/${contactId}`} />
    ),
  });
  return 1;
}

const maySetTerms = ({ hasLogin, subject }: AccountMember): boolean =>
  hasLogin && canSome(viewerOf(subject), "people.terms.set");

const addressOf = ({ contactId, name, email, locale }: AccountMember) => ({
  address: email,
  name,
  locale,
  reader: { contactId },
});
