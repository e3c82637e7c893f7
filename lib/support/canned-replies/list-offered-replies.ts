import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { MOST_REPLIES } from "./create-canned-reply";
import { offeredIn, ticketForReplies } from "./offered-replies";

/** The canned replies to choose from for a ticket, without their texts. */
export const listOfferedReplies = defineQuery({
  name: "canned-replies.list-offered",
  permission: "support.tickets.note",
  scope: "account",
  alsoChecks: ["support.tickets.view"],
  summary: "List the canned replies for a ticket (staff)",
  activity: "view canned replies",
  input: z.object({ ticketId: id }),
  output: z.object({ items: z.array(z.object({ id, title: z.string() })).max(MOST_REPLIES) }),
  http: { method: "GET", path: "/accounts/{accountId}/tickets/{ticketId}/canned-replies" },
  run: async (context, { ticketId }) => {
    const ticket = await ticketForReplies(context, ticketId);
    const where = offeredIn(ticket);
    const items = await context.db.cannedReply.findMany({
      where,
      select: { id: true, title: true },
      take: MOST_REPLIES,
      orderBy: { title: "asc" },
    });
    return { items };
  },
});
