import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { lockTickets, mergingTicket } from "./locked-tickets";

/** Takes a merge back: the ticket has its own messages, those written to it since included, and waits for whom it did before. */
export const unmergeTicket = defineCommand({
  name: "merging.unmerge",
  permission: "support.tickets.assign",
  scope: "account",
  alsoChecks: ["support.tickets.view"],
  summary: "Take the merge of a ticket back (staff)",
  activity: "take back a merge",
  input: z.object({ ticketId: id }),
  output: z.object({ id, number: z.int() }),
  http: { method: "POST", path: "/accounts/{accountId}/tickets/{ticketId}/unmerge" },
  run: async (context, { ticketId }) => {
    await lockTickets(context, [ticketId]);
    const ticket = await mergingTicket(context, ticketId);
    await authorize(context, "support.tickets.assign", ticket);
    const { number, mergedIntoId, statusBeforeMerge: status, closedBeforeMergeAt: closedAt } = ticket;
    if (mergedIntoId === null || status === null) {
      throw new Problem("conflict", t("Ticket #{number} isn't merged.", { number }));
    }
    await context.db.ticket.updateMany({
      where: { accountId: context.account.id, id: ticketId },
      data: { mergedIntoId: null, statusBeforeMerge: null, closedBeforeMergeAt: null, status, closedAt },
    });
    return {
      output: { id: ticketId, number },
      audit: {
        summary: say("Took back the merge of ticket #{number}", { number }),
        target: { type: "ticket", id: ticketId },
      },
    };
  },
});
