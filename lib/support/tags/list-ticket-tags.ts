import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";

const named = z.array(z.object({ id, name: z.string() }));

/** A ticket's tags, and those it could get: for staff. */
export const listTicketTags = defineQuery({
  name: "tags.list-of-ticket",
  permission: "support.tickets.note",
  scope: "account",
  summary: "List the tags of a ticket (staff)",
  activity: "view the tags of a ticket",
  input: z.object({ ticketId: id }),
  output: z.object({ on: named, others: named }),
  http: { method: "GET", path: "/accounts/{accountId}/tickets/{ticketId}/tags" },
  run: async (context, { ticketId }) => {
    const { db } = context;
    const where = accessibleWhere(context, "support.tickets.note", { id: ticketId });
    const ticket = await db.ticket.findFirst({ where, select: { tags: { select: { tagId: true } } } });
    if (ticket === null) throw notFound(t("Ticket not found."));
    const all = await db.tag.findMany({ select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
    const on = new Set(ticket.tags.map(({ tagId }) => tagId));
    return { on: all.filter((tag) => on.has(tag.id)), others: all.filter((tag) => !on.has(tag.id)) };
  },
});
