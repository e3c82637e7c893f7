import { msg } from "@/lib/platform/language/msg";
import type { MailStop } from "@/lib/platform/operations/mail-stop";
import { can } from "@/lib/policy/evaluate";
import { conversationOf } from "./conversation-of";

/**
 * Stops watching a ticket, or leaves one that somebody was copied in on. Still named once they have stopped, so that the page says so
 * when it is opened again.
 */
export const ticketMailStops: readonly MailStop[] = [
  {
    kind: "ticket-watched",
    what: msg("A ticket they were watching"),
    nameOf: async ({ db, account, viewer }, id) => {
      const ticket = await db.ticket.findFirst({
        where: { accountId: account.id, id },
        select: { number: true, subject: true, serviceId: true, openedByContactId: true, department: true },
      });
      if (ticket === null || !can(viewer, "support.tickets.view", { id, ...ticket })) return null;
      return `#${ticket.number} ${ticket.subject}`;
    },
    turnOff: async ({ db, account, contact }, ticketId) => {
      const place = await db.ticket.findFirst({
        where: { accountId: account.id, id: ticketId },
        select: { id: true, mergedIntoId: true },
      });
      if (place === null) return false;
      const { ids } = await conversationOf(db, account.id, place);
      const own = { accountId: account.id, ticketId: { in: [...ids] }, contactId: contact?.contactId ?? "" };
      return (await db.ticketWatcher.deleteMany({ where: own })).count > 0;
    },
  },
];
