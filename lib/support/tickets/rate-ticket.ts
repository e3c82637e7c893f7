import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { changeableTicket } from "./changeable-ticket";
import { ratingComment, ticketScore } from "./schema";

/**
 * Rates how a closed ticket was handled, or changes that. For people of the account alone, so nobody rates their own work.
 * Without a comment, one given before stays. Throws `conflict` while the ticket is open, and once it is merged.
 */
export const rateTicket = defineCommand({
  name: "tickets.rate",
  permission: "support.tickets.rate",
  scope: "account",
  summary: "Rate how a closed ticket was handled",
  activity: "rate a ticket",
  input: z.object({ ticketId: id, score: ticketScore, comment: ratingComment.optional() }),
  output: z.object({ ticketId: id, score: ticketScore }),
  http: { method: "PUT", path: "/accounts/{accountId}/tickets/{ticketId}/rating" },
  run: async (context, { ticketId, score, comment }) => {
    const { db, account, actor, realNow: ratedAt } = context;
    const ticket = await changeableTicket(context, ticketId);
    await authorize(context, "support.tickets.rate", ticket);
    if (ticket.status !== "closed") throw new Problem("conflict", t("A ticket can be rated once it is closed."));
    const rating = {
      score,
      ...(comment !== undefined && { comment: comment || null }),
      ...{ ratedByContactId: actor.contactId, ratedByName: actor.name, ratedAt },
    };
    const key = { accountId: account.id, ticketId };
    await db.ticketRating.createMany({ data: key, skipDuplicates: true });
    await db.ticketRating.updateMany({ where: key, data: rating });
    const { number } = ticket;
    return {
      output: { ticketId, score },
      audit: {
        summary: say("Rated ticket #{number} {score, select, good {good} other {bad}}", { number, score }),
        target: { type: "ticket", id: ticketId },
      },
    };
  },
});
