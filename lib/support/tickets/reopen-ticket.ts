import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { changeStatus } from "./change-status";
import { ticketState } from "./schema";

/** Reopens a closed ticket without a message; it waits for staff. */
export const reopenTicket = defineCommand({
  name: "tickets.reopen",
  permission: "support.tickets.close",
  scope: "account",
  summary: "Reopen a closed ticket",
  activity: "reopen a ticket",
  input: z.object({ ticketId: id }),
  output: ticketState,
  http: { method: "POST", path: "/accounts/{accountId}/tickets/{ticketId}/reopen" },
  run: async (context, { ticketId }) => {
    const { ticket } = await changeStatus(context, ticketId, "reopen");
    const { number, status } = ticket;
    return {
      output: { id: ticketId, number, status },
      audit: { summary: say("Reopened ticket #{number}", { number }), target: { type: "ticket", id: ticketId } },
    };
  },
});
