import { type About, addNotifications } from "@/lib/platform/db/add-notifications";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { groupBy } from "@/lib/platform/kernel/group-by";
import { t } from "@/lib/platform/language/t";
import { type Mail, sendMail, type Threading } from "@/lib/platform/mail/outbox";
import { sendNotice } from "@/lib/platform/mail/send-notice";
import type { Context } from "@/lib/platform/operations/operation";
import { threadMail } from "@/lib/support/core/thread-mail";
import { conversationOf } from "./conversation-of";
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
  const conversation = await conversationOf(db, account.id, ticket);
  const where = { accountId: account.id, ticketId: { in: [...conversation.ids] } };
  const watchers = await db.ticketWatcher.findMany({ where, select: { contactId: true, addedByName: true } });
  const readers = readersOfMessage(await context.people(), {
    ticket,
    body: message.body,
    author: actor.contactId,
    watchers,
  });
  const about = { ticketId: ticket.id, messageId: message.id };
  const ids = [ticket.id, message.id];
  const threading = await threadMail(
    context,
    { id: message.id, ticketId: ticket.id },
    readers.map(({ person: { contactId, email } }) => ({ contactId, personId: null, address: email })),
  );
  for (const [, [first, ...others]] of groupBy(readers, ({ why, sees }) => JSON.stringify([why, sees]))) {
    if (first === undefined) continue;
    const { why, sees: linked } = first;
    const to = [first, ...others].map(({ person }) => person);
    const body = () => write({ linked, footer: reasonFor(why, { account: account.name, author: actor.name }) });
    const common = {
      ...mail,
      to,
      body,
      bell: { kind: "ticket-message", about, sees: () => linked },
      threading: ({ email }: AccountMember) => threading.get(email),
    };
    if (why.because === "mentioned") await mailMentioned(context, common, ids);
    else if (why.because === "watching" || why.because === "copied") {
      const stop = { kind: "ticket-watched", id: ticket.id, label: () => t("Stop watching this ticket") };
      await sendNotice(db, {
        ...common,
        notice: null,
        about: { kind: "ticket-watched", ids },
        stops: [stop],
      });
    } else {
      const record = { kind: "ticket", ids };
      await sendNotice(db, { ...common, notice: "notices.support.receive", about: record });
    }
  }
  if (!actor.isStaff) await notifyStaff(context, { ...ticket, assigneeId: conversation.assigneeId }, message);
}

interface Common extends Omit<Mail, "to" | "about"> {
  readonly to: readonly AccountMember[];
  readonly bell: { readonly kind: string; readonly about: About; readonly sees: () => boolean };
  readonly threading: (reader: AccountMember) => Threading | undefined;
}

/** Nothing turns it off: a colleague addresses them by name, and nothing follows. */
async function mailMentioned(
  { db }: Context<"account">,
  { to, bell, threading, ...mail }: Common,
  ids: readonly string[],
): Promise<void> {
  await sendMail(db, {
    ...mail,
    to: to.map((person) => ({
      name: person.name,
      address: person.email,
      locale: person.locale,
      reader: { contactId: person.contactId },
      threading: threading(person),
    })),
    about: { record: { kind: "ticket-mention", ids } },
  });
  const seeing = bell.sees() ? to.filter(({ hasLogin }) => hasLogin) : [];
  await addNotifications(db, { ...bell, to: seeing.map(({ subject }) => subject.personId) });
}

function reasonFor(why: Why, { account, author }: { readonly account: string; readonly author: string }): string {
  switch (why.because) {
    case "mentioned":
      return t("You're receiving this because {name} mentioned you.", { name: author });
    case "watching":
      return t("You're receiving this because you're watching this ticket.");
    case "copied":
      return t("You're receiving this because {name} copied you in on this ticket.", { name: why.by });
    case "opened":
      return t("You're receiving this because you opened this ticket.");
    case "all-tickets":
      return t("You're receiving this because you get ticket notifications for {name}.", { name: account });
  }
}
