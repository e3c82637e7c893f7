import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { fillFields } from "./merge-fields";
import { offeredIn, replyNotFound, ticketForReplies } from "./offered-replies";

/** A canned reply with its fields filled in for a ticket: a draft, which is sent like any other reply. */
export const fillCannedReply = defineQuery({
  name: "canned-replies.fill",
  permission: "support.tickets.note",
  scope: "account",
  alsoChecks: ["support.tickets.view", "services.view"],
  summary: "Fill in a canned reply for a ticket (staff)",
  activity: "use a canned reply",
  input: z.object({ ticketId: id, replyId: id }),
  output: z.object({ text: z.string() }),
  http: { method: "GET", path: "/accounts/{accountId}/tickets/{ticketId}/canned-replies/{replyId}" },
  run: async (context, { ticketId, replyId }) => {
    const ticket = await ticketForReplies(context, ticketId);
    const reply = await context.db.cannedReply.findFirst({ where: { id: replyId, ...offeredIn(ticket) } });
    if (reply === null) throw replyNotFound();
    const { service } = ticket;
    const named = service !== null && can(context.viewer, "services.view", service) ? service.name : "";
    const text = fillFields(reply.body, {
      "contact.name": ticket.openedByName,
      "account.name": context.account.name,
      "ticket.number": `#${ticket.number}`,
      "ticket.subject": ticket.subject,
      "service.name": named,
      "agent.name": context.actor.name,
    });
    return { text };
  },
});
