import { z } from "zod";
import { cutText } from "@/lib/platform/kernel/cut-text";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { countedBy, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { readableMessages } from "@/lib/support/tickets/readable-messages";
import { visibleTicket } from "@/lib/support/tickets/ticket-record";
import { ownMessage } from "./schema";

/** As much of a message as tells it from others. */
const BEGINNING = 400;

/** The messages that a ticket could be split by: its own, and none of tickets merged into it. */
export const listOwnMessages = defineQuery({
  name: "merging.list-messages",
  permission: "support.tickets.assign",
  scope: "account",
  alsoChecks: ["support.tickets.view", "support.tickets.note"],
  summary: "List the messages that can be split off a ticket (staff)",
  activity: "view the messages of a ticket",
  input: z.object({ ticketId: id, ...pageInput }),
  output: pageOf(ownMessage).extend({ number: z.int() }),
  http: { method: "GET", path: "/accounts/{accountId}/tickets/{ticketId}/own-messages" },
  run: async (context, { ticketId, page }) => {
    const ticket = await visibleTicket(context, ticketId);
    await authorize(context, "support.tickets.assign", ticket);
    const where = { ticketId, ...readableMessages(context, ticket) };
    const [found, total] = await Promise.all([
      context.db.ticketMessage.findMany({
        where,
        select: { id: true, authorName: true, body: true, createdAt: true },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        ...pageSlice(page),
      }),
      context.db.ticketMessage.count({ where, ...countedBy({ createdAt: "asc" }) }),
    ]);
    const items = found.map(({ body, createdAt, ...message }) => ({
      ...message,
      beginning: cutText(body, BEGINNING),
      createdAt: iso(createdAt),
    }));
    return { ...pageResult(items, total, page), number: ticket.number };
  },
});
