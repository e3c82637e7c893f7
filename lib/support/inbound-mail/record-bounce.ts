import { env } from "@/lib/platform/config/env";
import { asJob, asWorker, type Job } from "@/lib/platform/db/transaction";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { forOwner } from "@/lib/platform/mail/mail-about";
import { type Recipient, sendMail } from "@/lib/platform/mail/outbox";
import { countOver } from "@/lib/platform/operations/rate-limit";
import { can } from "@/lib/policy/evaluate";
import { staffViewer } from "@/lib/policy/staff-viewer";
import { isOwner } from "@/lib/policy/subject";
import type { ClaimedInbound } from "./claim-inbound";
import { mailBehind, type SentMail, threadOf } from "./find-thread";
import { claimedBy } from "./known-address";
import { MailBounced } from "./mail/mail-bounced";
import type { MailFacts } from "./mail-facts";
import type { End } from "./verdict";

/** A server that refuses all our mail returns it for everybody. Each address is marked on its page; more emails would say nothing new. */
const TOLD_OWNER = { name: "bounces-owner", points: 10, seconds: 86_400 };
const TOLD_STAFF = { name: "bounces-staff", points: 30, seconds: 86_400 };

/**
 * A mail of ours came back, as its envelope sender shows: nobody else knows that address. Marks the contact's address,
 * and tells the owner and staff once, up to a daily limit. It closes nothing and takes nothing away. Null if it is no mail of ours.
 */
export async function recordBounce(mail: ClaimedInbound, { report }: MailFacts, now: Date): Promise<End | null> {
  const claimed = claimedBy(mail.envelopeTo);
  const sent = claimed?.purpose === "bounce" ? await mailBehind(claimed) : null;
  if (sent === null) return null;
  const { address, accountId } = sent;
  const about = { accountId, thread: threadOf(sent) };
  const lasting = report === null ? true : report.action === "failed" && !report.status?.startsWith("4");
  if (!lasting) {
    const why = say("The email to {address} is delayed. Its server still tries to deliver it.", { address });
    return { outcome: "bounce", why, ...about };
  }
  await asWorker((db) => db.ticketMail.updateMany({ where: { id: sent.id }, data: { bouncedAt: now } }));
  if (sent.contactId !== null) await asJob(accountId, now, (job) => markAddress(job, sent));
  return { outcome: "bounce", why: say("The email to {address} couldn't be delivered.", { address }), ...about };
}

async function markAddress(job: Job, sent: SentMail): Promise<void> {
  const { db, account, now } = job;
  const { address } = sent;
  const { count } = await db.contact.updateMany({
    where: {
      accountId: account.id,
      id: sent.contactId ?? "",
      email: address,
      OR: [{ bouncedEmail: null }, { bouncedEmail: { not: address } }],
    },
    data: { bouncedEmail: address, bouncedAt: now },
  });
  if (count === 0) return;
  const mail = {
    accountId: account.id,
    kind: "support",
    template: "mail-bounced",
    subject: () => t("Email to {address} comes back", { address }),
  } as const;
  const people = `${env().PORTAL_URL}/a/${account.id}/people`;
  const body = () => MailBounced({ accountName: account.name, address, href: people });
  if ((await countOver(TOLD_OWNER, account.id)) === 0)
    await sendMail(db, { ...mail, to: await ownerOf(job, address), about: forOwner, body });
  if ((await countOver(TOLD_STAFF, "all")) > 0) return;
  const { ticketId } = threadOf(sent);
  const about = { record: { kind: "ticket-staff", ids: [ticketId] } };
  await sendMail(db, { ...mail, to: await staffFor(job, ticketId), about, body });
}

/** Not if it is the owner's own address that doesn't work. */
async function ownerOf({ people }: Job, bounced: string): Promise<Recipient[]> {
  const owners = (await people()).filter(({ subject, email }) => isOwner(subject) && email !== bounced);
  return owners.map(({ contactId, name, email, locale }) => ({ name, address: email, locale, reader: { contactId } }));
}

async function staffFor({ db, account, now }: Job, ticketId: string): Promise<Recipient[]> {
  const ticket = await db.ticket.findFirst({ where: { accountId: account.id, id: ticketId } });
  const staff = await db.staffMember.findMany({
    where: { person: { suspendedAt: null, emailVerifiedAt: { not: null } } },
    select: { roles: true, person: { select: { id: true, name: true, email: true, locale: true } } },
    orderBy: { personId: "asc" },
  });
  return staff
    .filter(({ roles, person }) => {
      const colleague = { personId: person.id, staffRoles: roles, suspended: false };
      return ticket !== null && can(staffViewer(colleague, account, now), "support.tickets.reply", ticket);
    })
    .map(({ person: { id: personId, name, email, locale } }) => ({
      name,
      address: email,
      locale,
      reader: { personId },
    }));
}
