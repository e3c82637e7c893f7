import { z } from "zod";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { countedBy, pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { presentTicket } from "./present-ticket";
import { readableMessages } from "./readable-messages";
import { ticketDetail } from "./schema";
import { visibleTicket } from "./ticket-record";

/** One ticket with a page of its conversation, including internal notes for those who may write them. */
export const viewTicket = defineQuery({
  name: "tickets.view",
  permission: "support.tickets.view",
  scope: "account",
  summary: "View a ticket and its conversation; page 1 holds the newest messages",
  activity: "view a ticket",
  input: z.object({ ticketId: id, ...pageInput }),
  output: ticketDetail,
  http: { method: "GET", path: "/accounts/{accountId}/tickets/{ticketId}" },
  run: async (context, { ticketId, page }) => {
    const { db, viewer, actor } = context;
    const [ticket, merged] = await Promise.all([
      visibleTicket(context, ticketId),
      db.ticket.findMany({ where: { mergedIntoId: ticketId }, select: mergedColumns, orderBy: { number: "asc" } }),
    ]);
    const threads = [ticketId, ...merged.map(({ id }) => id)];
    const where = { ticketId: { in: threads }, ...readableMessages(context, ticket) };
    const total = await db.ticketMessage.count({ where, ...countedBy({ createdAt: "desc" }) });
    const newestFirst = await db.ticketMessage.findMany({
      where,
      select: {
        id: true,
        authorContactId: true,
        authorName: true,
        authorIsStaff: true,
        internal: true,
        body: true,
        createdAt: true,
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...pageSlice(page),
    });
    const shown = pageResult(newestFirst, total, page);
    const messages = shown.items.toReversed().map(({ authorContactId, createdAt, ...message }) => ({
      ...message,
      mine: authorContactId !== null && authorContactId === actor.contactId,
      createdAt: iso(createdAt),
    }));
    return {
      ...presentTicket(context, ticket),
      closedAt: isoOrNull(ticket.closedAt),
      assignedToMe: ticket.assigneeId === actor.personId,
      messages: { ...shown, items: messages },
      merged,
      mergedInto: ticket.mergedIntoId === null ? null : await mergedInto(context, ticket.mergedIntoId),
      allowed: {
        reply: can(viewer, "support.tickets.reply", ticket),
        close: can(viewer, "support.tickets.close", ticket),
        note: can(viewer, "support.tickets.note", ticket),
        assign: can(viewer, "support.tickets.assign", ticket),
      },
    };
  },
});

const mergedColumns = { id: true, number: true } as const;

/** The ticket that another was merged into, if the viewer sees it. */
const mergedInto = (context: Context, id: string) =>
  context.db.ticket.findFirst({
    where: accessibleWhere(context, "support.tickets.view", { id }),
    select: mergedColumns,
  });
