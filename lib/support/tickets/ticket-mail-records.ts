import type { Addressee } from "@/lib/platform/db/as-addressee";
import type { MailRecord } from "@/lib/platform/operations/mail-record";
import { can } from "@/lib/policy/evaluate";
import type { RecordPermission } from "@/lib/policy/needs";
import { conversationOf } from "./conversation-of";
import { isUnlimited } from "./readers-of-message";

type TicketPermission = Extract<RecordPermission, `support.tickets.${string}`>;

const accessColumns = {
  id: true,
  serviceId: true,
  openedByContactId: true,
  department: true,
  mergedIntoId: true,
} as const;

const ticketOf = ({ db, account }: Addressee, id: string) =>
  db.ticket.findFirst({ where: { accountId: account.id, id }, select: accessColumns });

async function may(reader: Addressee, permission: TicketPermission, id: string): Promise<boolean> {
  const ticket = await ticketOf(reader, id);
  return ticket !== null && can(reader.viewer, permission, ticket);
}

/** What mails of tickets are about, by why their readers get them: the rules of `readersOfMessage`. */
export const ticketMailRecords: readonly MailRecord[] = [
  {
    // Everybody who gets ticket notifications: also those who can't open tickets, if nothing limits them to others.
    kind: "ticket",
    reads: async (reader, [id = ""]) => {
      const ticket = await ticketOf(reader, id);
      if (ticket === null || reader.contact === null) return false;
      return can(reader.viewer, "support.tickets.view", ticket) || isUnlimited(reader.contact.subject, ticket);
    },
  },
  { kind: "ticket-mention", reads: (reader, [id = ""]) => may(reader, "support.tickets.view", id) },
  {
    kind: "ticket-watched",
    reads: async (reader, [id = ""]) => {
      const { db, account, contact, viewer } = reader;
      const ticket = await ticketOf(reader, id);
      if (ticket === null || contact === null || !can(viewer, "support.tickets.view", ticket)) return false;
      const { ids } = await conversationOf(db, account.id, ticket);
      const own = { accountId: account.id, ticketId: { in: [...ids] }, contactId: contact.contactId };
      return (await db.ticketWatcher.count({ where: own })) > 0;
    },
  },
  { kind: "ticket-rating", reads: (reader, [id = ""]) => may(reader, "support.tickets.rate", id) },
  // Messages and notes for those of staff who may answer.
  { kind: "ticket-staff", reads: (reader, [id = ""]) => may(reader, "support.tickets.reply", id) },
];
