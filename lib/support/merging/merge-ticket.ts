import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { sendOwnWaiting } from "@/lib/support/tickets/send-own-waiting";
import { checkMerge, reopens } from "./check-merge";
import { lockTickets, mergingTicket, ticketNumbered } from "./locked-tickets";
import { reopenByMerge } from "./reopened-by-merge";
import { otherNumber } from "./schema";

/**
 * Merges a ticket into another of the same account. It is closed and points at the other, whose page shows the messages of
 * both; a reply to it lets the other wait. A closed one that takes in one that isn't waits for the same side from then on, or
 * the question would be lost. Nothing is moved, so it can be undone.
 */
export const mergeTicket = defineCommand({
  name: "merging.merge",
  permission: "support.tickets.assign",
  scope: "account",
  alsoChecks: ["support.tickets.view"],
  summary: "Merge a ticket into another (staff)",
  activity: "merge tickets",
  input: z.object({ ticketId: id, into: otherNumber.describe("The number of the ticket that stays") }),
  output: z.object({ id, number: z.int(), into: id }),
  http: { method: "POST", path: "/accounts/{accountId}/tickets/{ticketId}/merge" },
  run: async (context, { ticketId, into: number }) => {
    const intoId = await ticketNumbered(context, number);
    await lockTickets(context, [ticketId, intoId]);
    const replied = await sendOwnWaiting(context, ticketId);
    const from = await mergingTicket(context, ticketId);
    const into = await mergingTicket(context, intoId);
    await checkMerge(context, from, into);
    const { db, account, realNow: now } = context;
    await db.ticket.updateMany({
      where: { accountId: account.id, id: ticketId },
      data: {
        mergedIntoId: intoId,
        statusBeforeMerge: from.status,
        closedBeforeMergeAt: from.closedAt,
        status: "closed",
        closedAt: from.closedAt ?? now,
      },
    });
    if (reopens(from, into)) await reopenByMerge(context, from, into);
    return {
      output: { id: ticketId, number: from.number, into: intoId },
      audit: {
        summary: replied
          ? say("Replied to ticket #{number} and merged it into ticket #{into}", { number: from.number, into: number })
          : say("Merged ticket #{number} into ticket #{into}", { number: from.number, into: number }),
        target: { type: "ticket", id: ticketId },
      },
    };
  },
});
