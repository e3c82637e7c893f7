import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineCommand } from "@/lib/platform/operations/operation";
import { closeAndSay } from "./close-and-say";
import { ticketState } from "./schema";

/** Closes a ticket. Nothing is lost: it stays readable, and a reply or `tickets.reopen` opens it again. */
export const closeTicket = defineCommand({
  name: "tickets.close",
  permission: "support.tickets.close",
  scope: "account",
  summary: "Close a ticket",
  activity: "close a ticket",
  input: z.object({ ticketId: id }),
  output: ticketState,
  http: { method: "POST", path: "/accounts/{accountId}/tickets/{ticketId}/close" },
  run: async (context, { ticketId }) => {
    const { ticket, summary } = await closeAndSay(context, ticketId);
    const { number, status } = ticket;
    return {
      output: { id: ticketId, number, status },
      audit: { summary, target: { type: "ticket", id: ticketId } },
    };
  },
});
