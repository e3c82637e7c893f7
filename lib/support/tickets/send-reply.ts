import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { addHeldReply } from "./add-held-reply";
import { lockedTicket } from "./locked-ticket";
import { ownDrafts } from "./own-drafts";
import { refuseUnseen } from "./refuse-unseen";
import { seenMessage, ticketState } from "./schema";

/**
 * Sends one's own held reply now: the worker does it in the author's name once it is due. Of sending and undoing, whichever
 * takes the row first wins; the other gets `not-found`. Throws `conflict` as `tickets.reply` does, by what its author had seen
 * when they wrote it if there is no `seen`.
 */
export const sendReply = defineCommand({
  name: "tickets.send-reply",
  permission: "support.tickets.reply",
  scope: "account",
  summary: "Send a held reply without waiting",
  activity: "reply to a ticket",
  input: z.object({ ticketId: id, draftId: id, seen: seenMessage }),
  output: ticketState.extend({ messageId: id, reopened: z.boolean() }),
  http: { method: "POST", path: "/accounts/{accountId}/tickets/{ticketId}/held-replies/{draftId}/send" },
  run: async (context, { ticketId, draftId, seen }) => {
    const ticket = await lockedTicket(context, ticketId);
    await authorize(context, "support.tickets.reply", ticket);
    const where = { ...ownDrafts(context, ticketId), id: draftId, sendAt: { not: null } };
    const held = await context.db.ticketDraft.findFirst({ where, select: { body: true, seenId: true } });
    const { count } = await context.db.ticketDraft.deleteMany({ where });
    if (held === null || count === 0) throw notFound(t("This reply was already sent or undone."));
    await refuseUnseen(context, ticket, seen ?? held.seenId);
    return addHeldReply(context, ticket, { draftId, body: held.body });
  },
});
