import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { changeStatus } from "./change-status";
import { ticketState } from "./schema";
import { sendOwnWaiting } from "./send-own-waiting";

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
    const replied = await sendOwnWaiting(context, ticketId);
    const { number, status } = await changeStatus(context, ticketId, "close");
    return {
      output: { id: ticketId, number, status },
      audit: {
        summary: replied
          ? say("Replied to ticket #{number} and closed it", { number })
          : say("Closed ticket #{number}", { number }),
        target: { type: "ticket", id: ticketId },
      },
    };
  },
});
