import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

/** The columns of a ticket: what decisions about it depend on, and its summary. */
export const ticketColumns = {
  id: true,
  number: true,
  subject: true,
  status: true,
  priority: true,
  department: true,
  serviceId: true,
  service: { select: { id: true, name: true } },
  openedByContactId: true,
  openedByName: true,
  assigneeId: true,
  assignee: { select: { name: true } },
  createdAt: true,
  lastMessageAt: true,
  closedAt: true,
  mergedIntoId: true,
} as const satisfies Prisma.TicketSelect;

export type TicketRow = Prisma.TicketGetPayload<{ select: typeof ticketColumns }>;

/** A ticket that the viewer may see. Throws `not-found` for all others. */
export async function visibleTicket(context: Context, ticketId: string): Promise<TicketRow> {
  const where = accessibleWhere(context, "support.tickets.view", { id: ticketId });
  const ticket = await context.db.ticket.findFirst({ where, select: ticketColumns });
  if (ticket === null) throw notFound(t("Ticket not found."));
  return ticket;
}
