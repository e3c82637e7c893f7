import { z } from "zod";
import { announceTyping } from "@/lib/platform/db/announce-typing";
import { id } from "@/lib/platform/kernel/ids";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { visibleTicket } from "./ticket-record";

/**
 * Says that the caller is writing a reply, to those who have the ticket open at this moment. Nothing is stored or logged.
 * Pages repeat it every few seconds while somebody types, and never for an internal note.
 */
export const typeInTicket = defineCommand({
  name: "tickets.type",
  permission: "support.tickets.reply",
  scope: "account",
  summary: "Tell those who have the ticket open that you are writing a reply",
  activity: "write a reply",
  input: z.object({ ticketId: id }),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/tickets/{ticketId}/typing" },
  run: async (context, { ticketId }) => {
    const { db, account, actor } = context;
    const ticket = await visibleTicket(context, ticketId);
    await authorize(context, "support.tickets.reply", ticket);
    await announceTyping(db, {
      account: account.id,
      kind: "ticket",
      id: ticketId,
      typist: actor.personId,
      staff: actor.isStaff,
    });
    return { output: { id: ticketId }, audit: null };
  },
});
