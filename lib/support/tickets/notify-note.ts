import { addNotifications } from "@/lib/platform/db/add-notifications";
import { mentionedIn } from "@/lib/platform/kernel/mentioned-in";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import type { Context } from "@/lib/platform/operations/operation";
import { threadMail } from "@/lib/support/core/thread-mail";
import { messageMail, type ToldMessage, type ToldTicket } from "./message-mail";
import { staffOnTicket } from "./staff-on-ticket";

/** Notifies the colleagues whom a note mentions: staff alone, and only those who may read it. */
export async function notifyNote(
  context: Context<"account">,
  ticket: ToldTicket,
  note: Omit<ToldMessage, "opens" | "internal">,
): Promise<void> {
  const { actor } = context;
  const staff = await staffOnTicket(context, ticket);
  const mentioned = mentionedIn(note.body, staff).filter(({ id }) => id !== actor.personId);
  const { write, ...mail } = messageMail(context, ticket, { ...note, opens: false, internal: true });
  const threading = await threadMail(
    context,
    { id: note.id, ticketId: ticket.id, internal: true },
    mentioned.map(({ id, email }) => ({ contactId: null, personId: id, address: email })),
  );
  await sendMail(context.db, {
    ...mail,
    about: { record: { kind: "ticket-staff", ids: [ticket.id, note.id] } },
    to: mentioned.map(({ id: personId, name, email, locale }) => ({
      name,
      address: email,
      locale,
      reader: { personId },
      threading: threading.get(email),
    })),
    body: () =>
      write({ linked: true, footer: t("You're receiving this because {name} mentioned you.", { name: actor.name }) }),
  });
  const about = { ticketId: ticket.id, messageId: note.id };
  await addNotifications(context.db, { kind: "ticket-message", about, to: mentioned.map(({ id }) => id) });
}
