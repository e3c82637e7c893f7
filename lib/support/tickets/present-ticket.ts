import type { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { ticketItem } from "./schema";
import type { TicketRow } from "./ticket-record";

/** A ticket's summary for this viewer: the service is named only to those who can see services. */
export const presentTicket = (
  context: Context,
  ticket: Omit<TicketRow, "closedAt" | "mergedIntoId">,
): z.input<typeof ticketItem> => ({
  id: ticket.id,
  number: ticket.number,
  subject: ticket.subject,
  status: ticket.status,
  priority: ticket.priority,
  department: ticket.department,
  service: ticket.service !== null && can(context.viewer, "services.view", ticket.service) ? ticket.service : null,
  openedByName: ticket.openedByName,
  openedByMe: ticket.openedByContactId !== null && ticket.openedByContactId === context.actor.contactId,
  assigneeName: ticket.assignee?.name ?? null,
  createdAt: iso(ticket.createdAt),
  lastMessageAt: iso(ticket.lastMessageAt),
});
