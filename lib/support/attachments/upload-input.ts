import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { forbidden } from "@/lib/platform/operations/forbidden";
import type { Context } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import type { DraftOf } from "@/lib/support/core/draft-of";
import { ticketFacts } from "./ticket-facts";

/** What files are for: without a ticket, for a new one. */
export const draftInput = {
  ticketId: id.optional().describe("The ticket of the reply or note they are for; none for a new ticket"),
  note: z.boolean().optional().describe("For an internal note (staff)"),
};

/**
 * Asks whether the viewer may write what the files are for.
 *
 * @throws Problem `invalid` for a note without a ticket, `not-found` for a ticket that they can't see, and `refused`
 */
export async function requireDraft(context: Context<"account">, { ticketId, note }: DraftOf): Promise<void> {
  if (ticketId === undefined) {
    if (note) throw invalidField("ticketId", t("Ticket not found."));
    if (canSome(context.viewer, "support.tickets.open")) return;
    throw await forbidden(context.viewer, "support.tickets.open", context.people);
  }
  const where = accessibleWhere(context, "support.tickets.view", { id: ticketId });
  const ticket = await context.db.ticket.findFirst({ where, select: ticketFacts });
  if (ticket === null) throw notFound(t("Ticket not found."));
  await authorize(context, note ? "support.tickets.note" : "support.tickets.reply", ticket);
}
