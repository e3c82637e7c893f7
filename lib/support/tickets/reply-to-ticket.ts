import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { attachmentIds } from "@/lib/support/core/attachment-schema";
import { takeFiles } from "@/lib/support/core/take-files";
import { replyBy, statusAfter } from "./lifecycle";
import { notifyMessage } from "./notify-message";
import { messageText, ticketState } from "./schema";
import { visibleTicket } from "./ticket-record";

/**
 * Adds a reply. Replies are additions, so no version is required. A customer's reply sets the ticket to waiting for
 * staff, a staff reply to waiting for the customer, and either reopens a closed ticket: `reopened` says so.
 */
export const replyToTicket = defineCommand({
  name: "tickets.reply",
  permission: "support.tickets.reply",
  scope: "account",
  summary: "Reply to a ticket; a closed ticket reopens",
  activity: "reply to a ticket",
  input: z.object({ ticketId: id, message: messageText, attachmentIds }),
  output: ticketState.extend({ messageId: id, reopened: z.boolean() }),
  http: { method: "POST", path: "/accounts/{accountId}/tickets/{ticketId}/replies", status: 201 },
  once: true,
  run: async (context, { ticketId, message: body, attachmentIds: ids }) => {
    const { db, account, actor, realNow: now } = context;
    const ticket = await visibleTicket(context, ticketId);
    await authorize(context, "support.tickets.reply", ticket);
    const status = statusAfter(ticket.status, replyBy(actor.isStaff)) ?? ticket.status;
    const { count } = await db.ticket.updateMany({
      where: accessibleWhere(context, "support.tickets.reply", { id: ticketId }),
      data: { status, closedAt: null, lastMessageAt: now },
    });
    if (count === 0) throw notFound(t("Ticket not found."));
    const { id: messageId } = await db.ticketMessage.create({
      data: {
        accountId: account.id,
        ticketId,
        authorContactId: actor.contactId,
        authorName: actor.name,
        authorIsStaff: actor.isStaff,
        body,
        createdAt: now,
      },
      select: { id: true },
    });
    await takeFiles(context, { messageId, draft: { ticketId }, ids });
    await notifyMessage(context, ticket, { body, opens: false });
    const reopened = ticket.status === "closed";
    const summary = reopened
      ? say("Replied to ticket #{number} and reopened it", { number: ticket.number })
      : say("Replied to ticket #{number}", { number: ticket.number });
    return {
      output: { id: ticketId, number: ticket.number, status, messageId, reopened },
      audit: { summary, target: { type: "ticket", id: ticketId } },
    };
  },
});
