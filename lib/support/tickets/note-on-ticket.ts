import { z } from "zod";
import { attachmentIds } from "@/lib/platform/files/schema";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { takeFiles } from "@/lib/support/core/take-files";
import { notifyNote } from "./notify-note";
import { messageText } from "./schema";
import { visibleTicket } from "./ticket-record";

/**
 * Adds a note that only staff see. The ticket's status and last activity don't change: the customer
 * would find nothing new. The activity log records that a note was written, without its text.
 */
export const noteOnTicket = defineCommand({
  name: "tickets.add-note",
  permission: "support.tickets.note",
  scope: "account",
  summary: "Add an internal note to a ticket (staff)",
  activity: "add an internal note",
  input: z.object({ ticketId: id, message: messageText, attachmentIds }),
  output: z.object({ id, ticketId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/tickets/{ticketId}/notes", status: 201 },
  once: true,
  run: async (context, { ticketId, message: body, attachmentIds: ids }) => {
    const { db, account, actor, realNow: now } = context;
    const ticket = await visibleTicket(context, ticketId);
    await authorize(context, "support.tickets.note", ticket);
    const note = await db.ticketMessage.create({
      data: {
        accountId: account.id,
        ticketId,
        authorContactId: actor.contactId,
        authorName: actor.name,
        authorIsStaff: true,
        internal: true,
        body,
        createdAt: now,
      },
      select: { id: true },
    });
    const files = await takeFiles(context, { messageId: note.id, draft: { ticketId, note: true }, ids });
    await notifyNote(context, ticket, { id: note.id, body, files });
    return {
      output: { id: note.id, ticketId },
      audit: {
        summary: say("Added an internal note to ticket #{number}", { number: ticket.number }),
        target: { type: "ticket", id: ticketId },
      },
    };
  },
});
