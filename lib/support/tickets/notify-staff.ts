import { addNotifications } from "@/lib/platform/db/add-notifications";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import type { Context } from "@/lib/platform/operations/operation";
import { threadMail } from "@/lib/support/core/thread-mail";
import { messageMail, type ToldMessage, type ToldTicket } from "./message-mail";
import { staffToNotify } from "./staff-to-notify";

/** Notifies staff of a customer's message: it is their work, so there is no unsubscribe link. */
export async function notifyStaff(
  context: Context<"account">,
  ticket: ToldTicket,
  message: ToldMessage,
): Promise<void> {
  const { write, ...mail } = messageMail(context, ticket, message);
  const staff = await staffToNotify(context, ticket);
  const threading = await threadMail(
    context,
    { id: message.id, ticketId: ticket.id },
    staff.map(({ id, email }) => ({ contactId: null, personId: id, address: email })),
  );
  await sendMail(context.db, {
    ...mail,
    about: { record: { kind: "ticket-staff", ids: [ticket.id, message.id] } },
    to: staff.map(({ id: personId, name, email, locale }) => ({
      name,
      address: email,
      locale,
      reader: { personId },
      threading: threading.get(email),
    })),
    body: () => write({ linked: true, footer: t("A customer is waiting for a reply.") }),
  });
  const about = { ticketId: ticket.id, messageId: message.id };
  await addNotifications(context.db, { kind: "ticket-message", about, to: staff.map(({ id }) => id) });
}
