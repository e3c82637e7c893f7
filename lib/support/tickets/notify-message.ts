import { addNotifications } from "@/lib/platform/db/add-notifications";
import { groupBy } from "@/lib/platform/kernel/group-by";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { sendNotice } from "@/lib/platform/mail/send-notice";
import type { Context } from "@/lib/platform/operations/operation";
import { threadMail } from "@/lib/support/core/thread-mail";
import { messageMail, type ToldMessage, type ToldTicket } from "./message-mail";
import { notifyStaff } from "./notify-staff";
import { readersOfMessage, type Why } from "./readers-of-message";

/**
 * Notifies of a new message: the account's people who get ticket notifications, watch the ticket, were copied in or are
 * mentioned, except the author; and staff, if a customer wrote it. Each mail says why its reader gets it.
 */
export async function notifyMessage(
  context: Context<"account">,
  ticket: ToldTicket,
  message: ToldMessage,
): Promise<void> {
  const { db, account, actor } = context;
  const { write, ...mail } = messageMail(context, ticket, message);
  const where = { accountId: account.id, ticketId: ticket.id };
  const watchers = await db.ticketWatcher.findMany({ where, select: { contactId: true, addedByName: true } });
  const readers = readersOfMessage(await context.people(), {
    ticket,
    body: message.body,
    author: actor.contactId,
    watchers,
  });
  const about = { ticketId: ticket.id };
  const threading = await threadMail(
    context,
    ticket.id,
    readers.map(({ person: { contactId, email } }) => ({ contactId, personId: null, address: email })),
  );
  for (const [, [first, ...others]] of groupBy(readers, ({ why, sees }) => JSON.stringify([why, sees]))) {
    if (first === undefined) continue;
    const { why, sees: linked } = first;
    const to = [first, ...others].map(({ person }) => person);
    const body = () => write({ linked, footer: reasonFor(why, { account: account.name, author: actor.name }) });
    if (why.because === "opened" || why.because === "all-tickets") {
      await sendNotice(db, {
        ...mail,
        notice: "notices.support.receive",
        to,
        about: { kind: "ticket", ids: [ticket.id] },
        body,
        bell: { kind: "ticket-message", about, sees: () => linked },
        threading: ({ email }) => threading.get(email),
      });
    } else {
      // It is about this ticket alone: they stop it on its page, not by a link that turns all of them off.
      const addresses = to.map(({ contactId, name, email, locale }) => ({
        name,
        address: email,
        locale,
        reader: { contactId },
        threading: threading.get(email),
      }));
      const kind = why.because === "mentioned" ? "ticket-mention" : "ticket-watched";
      await sendMail(db, { ...mail, to: addresses, about: { record: { kind, ids: [ticket.id] } }, body });
      const seeing = linked ? to.filter(({ hasLogin }) => hasLogin) : [];
      await addNotifications(db, { kind: "ticket-message", about, to: seeing.map(({ subject }) => subject.personId) });
    }
  }
  if (!actor.isStaff) await notifyStaff(context, ticket, message);
}

function reasonFor(why: Why, { account, author }: { readonly account: string; readonly author: string }): string {
  switch (why.because) {
    case "mentioned":
      return t("You're receiving this because {name} mentioned you.", { name: author });
    case "watching":
      return t("You're receiving this because you're watching this ticket. You can stop watching it on its page.");
    case "copied":
      return t("You're receiving this because {name} copied you in on this ticket. You can leave it on its page.", {
        name: why.by,
      });
    case "opened":
      return t("You're receiving this because you opened this ticket.");
    case "all-tickets":
      return t("You're receiving this because you get ticket notifications for {name}.", { name: account });
  }
}
