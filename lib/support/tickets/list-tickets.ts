import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { presentTicket } from "./present-ticket";
import { orders, readTickets } from "./read-tickets";
import { department, ticketItem, ticketStatus } from "./schema";

const input = z.object({
  status: ticketStatus.optional(),
  department: department.optional(),
  serviceId: id.optional(),
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe(
      "Words of the subject, of messages or of names of files, or a ticket's number; shorter than three letters, of the subject or number",
    ),
  ...cursorInput,
  ...sortInput(orders, "activity", "desc"),
});

/** The tickets the viewer may see, newest activity first. */
export const listTickets = defineQuery({
  name: "tickets.list",
  permission: "support.tickets.view",
  scope: "account",
  summary: "List tickets, latest activity first",
  activity: "view tickets",
  input,
  output: cursorPageOf(ticketItem),
  http: { method: "GET", path: "/accounts/{accountId}/tickets" },
  run: async (context, asked) => {
    const page = await readTickets(context, asked);
    const items = page.items.map(({ createdAt, lastMessageAt, ...ticket }) =>
      presentTicket(context, { ...ticket, createdAt: new Date(createdAt), lastMessageAt: new Date(lastMessageAt) }),
    );
    return { ...page, items };
  },
});
