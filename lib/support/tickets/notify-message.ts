import type { AccountMember } from "@/lib/platform/db/load-subject";
import { t } from "@/lib/platform/language/t";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";
import { messageMail, type ToldMessage, type ToldTicket } from "./message-mail";
import { notifyStaff } from "./notify-staff";

/**
 * Notifies of a new message: the account's recipients of ticket notifications, except the author; and staff, if a
 * customer wrote it. People limited to chosen services are only notified of tickets they may see.
 */
export async function notifyMessage(
  context: Context<"account">,
  ticket: ToldTicket,
  message: ToldMessage,
): Promise<void> {
  const { account, actor } = context;
  const { write, ...mail } = messageMail(context, ticket, message);
  const contacts = contactsToTell(await context.people(), ticket, actor.contactId);
  const footer = () =>
    t("You're receiving this because you get ticket notifications for {name}.", { name: account.name });
  for (const linked of [true, false]) {
    await sendNotice(context.db, {
      ...mail,
      notice: "notices.support.receive",
      to: contacts.filter(({ sees }) => sees === linked).map(({ person }) => person),
      bell: { kind: "ticket-message", about: { ticketId: ticket.id }, sees: () => linked },
      body: () => write({ linked, footer: footer() }),
    });
  }
  if (!actor.isStaff) await notifyStaff(context, ticket, message);
}

/** Mails about a ticket must not bypass a limit to chosen services. */
function contactsToTell(people: readonly AccountMember[], ticket: ToldTicket, author: string | null) {
  return noticeRecipients(people, "notices.support.receive")
    .filter((person) => person.contactId !== author)
    .map((person) => ({ person, sees: can(viewerOf(person.subject), "support.tickets.view", ticket) }))
    .filter(({ person, sees }) => sees || person.subject.serviceLimit === null);
}
