import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { addHeldReply } from "./add-held-reply";
import { lockedTicket } from "./locked-ticket";
import { ownDrafts } from "./own-drafts";
import { refuseUnseen } from "./refuse-unseen";

/**
 * Sends what the viewer has just replied to a ticket before they close, merge or move it: sent afterwards, it would open the
 * ticket again, answer what it was merged into, or find a ticket that its author no longer sees. Returns whether there was
 * anything. Throws `conflict` if others have written since, as sending it does.
 */
export async function sendOwnWaiting(context: Context<"account">, ticketId: string): Promise<boolean> {
  const where = { ...ownDrafts(context, ticketId), sendAt: { not: null }, heldBack: false };
  const waiting = await context.db.ticketDraft.findMany({
    where,
    select: { id: true, body: true, seenId: true },
    orderBy: { sendAt: "asc" },
  });
  let sent = false;
  for (const { id, body, seenId } of waiting) {
    // Again for each: the one before has changed its status.
    const ticket = await lockedTicket(context, ticketId);
    if (!can(context.viewer, "support.tickets.reply", ticket)) return sent;
    const { count } = await context.db.ticketDraft.deleteMany({ where: { ...where, id } });
    if (count === 0) continue;
    await refuseUnseen(context, ticket, seenId);
    await addHeldReply(context, ticket, { draftId: id, body });
    sent = true;
  }
  return sent;
}
