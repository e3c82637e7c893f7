import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { lockedTicket } from "./locked-ticket";
import type { TicketRow } from "./ticket-record";

/**
 * A ticket whose own state is changed: status, assignee, department, priority, tags, rating, or which messages are its own. Locked
 * as by `lockedTicket`, and not merged. Throws `not-found`, or `conflict` for a merged one.
 */
export async function changeableTicket(context: Context<"account">, ticketId: string): Promise<TicketRow> {
  const ticket = await lockedTicket(context, ticketId);
  await refuseMerged(context, ticket);
  return ticket;
}

/**
 * A merged ticket is part of the conversation of the one that stays: it is read, answered and watched. All else is done on the
 * one that stays, which the error names if the viewer sees it.
 */
export async function refuseMerged(
  context: Context,
  { number, mergedIntoId }: Pick<TicketRow, "number" | "mergedIntoId">,
): Promise<void> {
  if (mergedIntoId === null) return;
  const into = await ticketMergedInto(context, mergedIntoId);
  throw new Problem(
    "conflict",
    into === null
      ? t("Ticket #{number} was merged into another, so only its conversation goes on.", { number })
      : t("Ticket #{number} was merged into #{into}. Make this change there.", { number, into: into.number }),
  );
}

/** The ticket that another was merged into, if the viewer sees it. */
export const ticketMergedInto = (context: Context, id: string | null) =>
  id === null
    ? null
    : context.db.ticket.findFirst({
        where: accessibleWhere(context, "support.tickets.view", { id }),
        select: { id: true, number: true },
      });
