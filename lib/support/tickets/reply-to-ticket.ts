import { z } from "zod";
import { attachmentIds } from "@/lib/platform/files/schema";
import { id } from "@/lib/platform/kernel/ids";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { addReply } from "./add-reply";
import { lockedTicket } from "./locked-ticket";
import { refuseUnseen } from "./refuse-unseen";
import { messageText, seenMessage, ticketState } from "./schema";

/**
 * Adds a reply at once. Replies are additions, so no version is required; with `seen`, messages that the author hasn't
 * seen are a `conflict`. A customer's reply sets the ticket to waiting for staff, a staff reply to waiting for the
 * customer, and either reopens a closed ticket: `reopened` says so.
 */
export const replyToTicket = defineCommand({
  name: "tickets.reply",
  permission: "support.tickets.reply",
  scope: "account",
  summary: "Reply to a ticket; a closed ticket reopens",
  activity: "reply to a ticket",
  input: z.object({ ticketId: id, message: messageText, seen: seenMessage, attachmentIds }),
  output: ticketState.extend({ messageId: id, reopened: z.boolean() }),
  http: { method: "POST", path: "/accounts/{accountId}/tickets/{ticketId}/replies", status: 201 },
  once: true,
  run: async (context, { ticketId, message: body, seen, attachmentIds: fileIds }) => {
    const ticket = await lockedTicket(context, ticketId);
    await authorize(context, "support.tickets.reply", ticket);
    await refuseUnseen(context, ticket, seen);
    return addReply(context, ticket, { body, files: { draft: { ticketId }, ids: fileIds } });
  },
});
