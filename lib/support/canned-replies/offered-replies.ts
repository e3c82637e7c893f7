import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { type TicketRow, visibleTicket } from "@/lib/support/tickets/ticket-record";

/** A ticket to whose department canned replies are offered. They are staff's, like notes. Throws `not-found`, `refused`. */
export async function ticketForReplies(context: Context, ticketId: string): Promise<TicketRow> {
  const ticket = await visibleTicket(context, ticketId);
  await authorize(context, "support.tickets.note", ticket);
  return ticket;
}

/** The canned replies of a department, and those of all. */
export const offeredIn = ({ department }: TicketRow) => ({ OR: [{ department: null }, { department }] });

export const replyNotFound = () => notFound(t("Canned reply not found."));
