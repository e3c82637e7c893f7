import type { Context } from "@/lib/access/operation";
import { env } from "@/lib/config/env";
import type { AccountPerson } from "@/lib/db/load-subject";
import { noticeRecipients } from "@/lib/mail/notice-recipients";
import { type Recipient, sendMail } from "@/lib/mail/outbox";
import { TicketMessage } from "@/lib/mail/templates/ticket-message";
import { can } from "@/lib/policy/evaluate";
import type { RecordFor } from "@/lib/policy/needs";
import { viewerOf } from "@/lib/policy/viewer";
import { staffToTell } from "./staff-to-tell";

type Told = RecordFor<"support.tickets.view"> & {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly department: string;
  readonly assigneeId: string | null;
};

/**
 * Tells of a new message: the account's people who receive ticket notices, without the author; and the staff, when a
 * customer wrote it. Whoever is limited to chosen services hears of the tickets they may see, and of no others.
 */
export async function tellOfMessage(
  context: Context<"account">,
  ticket: Told,
  message: { readonly body: string; readonly opens: boolean },
): Promise<void> {
  const { account, actor } = context;
  const href = `${env().PORTAL_URL}/a/${account.id}/tickets/${ticket.id}`;
  const send = (to: readonly Recipient[], link: string | null, footer: string) =>
    sendMail(context.db, {
      accountId: account.id,
      kind: ticket.department === "billing" ? "billing" : "support",
      to,
      subject: `[#${ticket.number}] ${ticket.subject}`,
      template: "ticket-message",
      body: TicketMessage({
        heading: `${message.opens ? "New ticket" : "New reply"}: ${ticket.subject}`,
        accountName: account.name,
        ticket,
        authorName: actor.name,
        body: message.body,
        href: link,
        footer,
      }),
    });
  const contacts = contactsToTell(await context.people(), ticket, actor.contactId);
  const footer = `You get this because you receive ticket notices of ${account.name}.`;
  await send(addresses(contacts.filter(({ sees }) => sees)), href, footer);
  await send(addresses(contacts.filter(({ sees }) => !sees)), null, footer);
  if (actor.isStaff) return;
  const staff = await staffToTell(context, ticket);
  await send(addresses(staff.map((person) => ({ person }))), href, "A customer waits for an answer.");
}

const addresses = (people: readonly { person: { email: string; name: string } }[]): Recipient[] =>
  people.map(({ person }) => ({ address: person.email, name: person.name }));

/** A mail about a ticket is no way around a limit to chosen services. */
function contactsToTell(people: readonly AccountPerson[], ticket: Told, author: string | null) {
  return noticeRecipients(people, "notices.support.receive")
    .filter((person) => person.contactId !== author)
    .map((person) => ({ person, sees: can(viewerOf(person.subject), "support.tickets.view", ticket) }))
    .filter(({ person, sees }) => sees || person.subject.serviceLimit === null);
}
