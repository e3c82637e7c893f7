import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { changeableTicket } from "./changeable-ticket";
import { statusAfter, statusesBefore, type TicketEvent, type TicketStatus } from "./lifecycle";
import type { TicketRow } from "./ticket-record";

/** A ticket with its new status, and the one it had. */
export interface StatusChange {
  readonly ticket: TicketRow;
  readonly before: TicketStatus;
}

/**
 * Closes or reopens a ticket. Throws `not-found`, `refused`, or `conflict` if it is merged or already has that status: the update
 * requires the expected status, so of two people who press the button together one gets an error.
 */
export async function changeStatus(
  context: Context<"account">,
  ticketId: string,
  event: Extract<TicketEvent, "close" | "reopen">,
): Promise<StatusChange> {
  const ticket = await changeableTicket(context, ticketId);
  await authorize(context, "support.tickets.close", ticket);
  const status = statusAfter(ticket.status, event) ?? ticket.status;
  const { count } = await context.db.ticket.updateMany({
    where: accessibleWhere(context, "support.tickets.close", { id: ticketId, status: { in: statusesBefore(event) } }),
    data: { status, closedAt: status === "closed" ? context.realNow : null },
  });
  if (count === 0)
    throw new Problem(
      "conflict",
      t("Ticket #{number} is already {status, select, open {open} answered {answered} other {closed}}.", {
        number: ticket.number,
        status: ticket.status,
      }),
    );
  return { ticket: { ...ticket, status }, before: ticket.status };
}
