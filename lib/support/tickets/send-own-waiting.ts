import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { addHeldReply } from "./add-held-reply";
import { lockedTicket } from "./locked-ticket";
import { ownDrafts } from "./own-drafts";

/**
 * Sends what the viewer has just replied to a ticket that they are closing: sent afterwards, it would open the ticket
 * again. Returns whether there was anything.
 */
export async function sendOwnWaiting(context: Context<"account">, ticketId: string): Promise<boolean> {
  const where = { ...ownDrafts(context, ticketId), sendAt: { not: null }, heldBack: false };
  const waiting = await context.db.ticketDraft.findMany({
    where,
    select: { id: true, body: true },
    orderBy: { sendAt: "asc" },
  });
  let sent = false;
  for (const { id, body } of waiting) {
    // Again for each: the one before has changed its status.
    const ticket = await lockedTicket(context, ticketId);
    if (!can(context.viewer, "support.tickets.reply", ticket)) return sent;
    const { count } = await context.db.ticketDraft.deleteMany({ where: { ...where, id } });
    if (count === 0) continue;
    await addHeldReply(context, ticket, { draftId: id, body });
    sent = true;
  }
  return sent;
}
