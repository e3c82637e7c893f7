import type { Addressee } from "@/lib/platform/db/as-addressee";
import type { MailRecord } from "@/lib/platform/operations/mail-record";
import { can } from "@/lib/policy/evaluate";
import type { RecordPermission } from "@/lib/policy/needs";
import { conversationOf } from "./conversation-of";
import { isRateable } from "./lifecycle";
import { isUnlimited } from "./readers-of-message";

type TicketPermission = Extract<RecordPermission, `support.tickets.${string}`>;

const accessColumns = {
  id: true,
  serviceId: true,
  openedByContactId: true,
  department: true,
  mergedIntoId: true,
  status: true,
} as const;

/** The ticket of a mail: of one about a message the ticket where that stands now, as it may have been split off since. */
async function ticketOf({ db, account }: Addressee, [ticketId = "", messageId]: readonly string[]) {
  const accountId = account.id;
  if (messageId === undefined)
    return db.ticket.findFirst({ where: { accountId, id: ticketId }, select: accessColumns });
  const where = { accountId, id: messageId };
  const message = await db.ticketMessage.findFirst({ where, select: { ticket: { select: accessColumns } } });
  return message?.ticket ?? null;
}

async function may(reader: Addressee, permission: TicketPermission, ids: readonly string[]): Promise<boolean> {
  const ticket = await ticketOf(reader, ids);
  return ticket !== null && can(reader.viewer, permission, ticket);
}

/** What mails of tickets are about, by why their readers get them: the rules of `readersOfMessage`. A ticket, and the message. */
export const ticketMailRecords: readonly MailRecord[] = [
  {
    // Everybody who gets ticket notifications: also those who can't open tickets, if nothing limits them to others. What was written
    // to an account that has been closed since is for nobody.
    kind: "ticket",
    reads: async (reader, ids) => {
      const ticket = await ticketOf(reader, ids);
      if (ticket === null || reader.contact === null || reader.account.closed) return false;
      return can(reader.viewer, "support.tickets.view", ticket) || isUnlimited(reader.contact.subject, ticket);
    },
  },
  { kind: "ticket-mention", reads: (reader, ids) => may(reader, "support.tickets.view", ids) },
  {
    kind: "ticket-watched",
    reads: async (reader, about) => {
      const { db, account, contact, viewer } = reader;
      const ticket = await ticketOf(reader, about);
      if (ticket === null || contact === null || !can(viewer, "support.tickets.view", ticket)) return false;
      const { ids } = await conversationOf(db, account.id, ticket);
      const own = { accountId: account.id, ticketId: { in: [...ids] }, contactId: contact.contactId };
      return (await db.ticketWatcher.count({ where: own })) > 0;
    },
  },
  {
    // Not once it was reopened or merged.
    kind: "ticket-rating",
    reads: async (reader, ids) => {
      const ticket = await ticketOf(reader, ids);
      return ticket !== null && isRateable(ticket) && can(reader.viewer, "support.tickets.rate", ticket);
    },
  },
  // Messages and notes for those of staff who may answer.
  { kind: "ticket-staff", reads: (reader, ids) => may(reader, "support.tickets.reply", ids) },
];
