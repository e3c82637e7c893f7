import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { replyBy, statusAfter, type TicketStatus } from "@/lib/support/tickets/lifecycle";
import { lockTickets, type MergingTicket, mergingTicket } from "./locked-tickets";
import { closeAgain } from "./reopened-by-merge";

/**
 * Takes a merge back: the ticket has its own messages and waits for whom it did before. With messages written to it since it waits
 * for whom the last of them lets it wait: a question must not end up in a closed ticket. The other one is closed again if the merge
 * had reopened it, unless something has happened in it since.
 */
export const unmergeTicket = defineCommand({
  name: "merging.unmerge",
  permission: "support.tickets.assign",
  scope: "account",
  alsoChecks: ["support.tickets.view"],
  summary: "Take the merge of a ticket back (staff)",
  activity: "take back a merge",
  input: z.object({ ticketId: id, into: id.optional().describe("Only while it is merged into this one") }),
  output: z.object({ id, number: z.int() }),
  http: { method: "POST", path: "/accounts/{accountId}/tickets/{ticketId}/unmerge" },
  run: async (context, { ticketId, into }) => {
    await lockTickets(context, [ticketId]);
    const ticket = await mergingTicket(context, ticketId);
    await authorize(context, "support.tickets.assign", ticket);
    const { number, mergedIntoId, statusBeforeMerge } = ticket;
    if (mergedIntoId === null || statusBeforeMerge === null) {
      throw new Problem("conflict", t("Ticket #{number} isn't merged.", { number }));
    }
    if (into !== undefined && into !== mergedIntoId)
      throw new Problem("conflict", t("Ticket #{number} has been changed since.", { number }));
    await lockTickets(context, [mergedIntoId]);
    const status = (await statusSince(context, ticket)) ?? statusBeforeMerge;
    const closedAt = status === "closed" ? ticket.closedBeforeMergeAt : null;
    await context.db.ticket.updateMany({
      where: { accountId: context.account.id, id: ticketId },
      data: { mergedIntoId: null, statusBeforeMerge: null, closedBeforeMergeAt: null, status, closedAt },
    });
    const closed = await closeAgain(context, mergedIntoId);
    return {
      output: { id: ticketId, number },
      audit: {
        summary: closed
          ? say("Took back the merge of ticket #{number}, and closed the other one again", { number })
          : say("Took back the merge of ticket #{number}", { number }),
        target: { type: "ticket", id: ticketId },
      },
    };
  },
});

/** For whom the last message lets it wait that was written while it was merged; null without one. A merged ticket is closed. */
async function statusSince({ db, account }: Context<"account">, ticket: MergingTicket): Promise<TicketStatus | null> {
  if (ticket.closedAt === null) return null;
  const last = await db.ticketMessage.findFirst({
    where: { accountId: account.id, ticketId: ticket.id, internal: false, createdAt: { gt: ticket.closedAt } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { authorIsStaff: true },
  });
  return last && statusAfter("closed", replyBy(last.authorIsStaff));
}
