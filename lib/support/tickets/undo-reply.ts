import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { returnFiles } from "@/lib/support/core/held-files";
import { lockDrafts, ownDrafts } from "./own-drafts";
import { LONGEST_MESSAGE } from "./schema";

/**
 * Takes one's own reply back before it is sent: its text becomes the draft again, before what was typed since. Throws
 * `not-found` if it was sent or undone already.
 */
export const undoReply = defineCommand({
  name: "tickets.undo-reply",
  permission: "support.tickets.view",
  scope: "account",
  summary: "Take a held reply back; its text becomes the draft again",
  activity: "undo a reply",
  input: z.object({ ticketId: id, draftId: id }),
  output: z.object({ ticketId: id, draftId: id, message: z.string() }),
  http: { method: "POST", path: "/accounts/{accountId}/tickets/{ticketId}/held-replies/{draftId}/undo" },
  run: async (context, { ticketId, draftId }) => {
    const { db, realNow: updatedAt } = context;
    await lockDrafts(context, ticketId);
    const own = ownDrafts(context, ticketId);
    const where = { ...own, id: draftId, sendAt: { not: null } };
    const held = await db.ticketDraft.findFirst({ where, select: { body: true } });
    const typed = await db.ticketDraft.findFirst({ where: { ...own, sendAt: null }, select: { id: true, body: true } });
    const message = [held?.body, typed?.body].filter(Boolean).join("\n\n");
    if (message.length > LONGEST_MESSAGE)
      throw new Problem(
        "conflict",
        t("Together with your draft this reply would be too long. Shorten the draft first."),
      );
    if (typed) await db.ticketDraft.deleteMany({ where: { id: typed.id } });
    const { count } = await db.ticketDraft.updateMany({
      where,
      data: { sendAt: null, heldBack: false, overtaken: false, body: message, version: { increment: 1 }, updatedAt },
    });
    if (held === null || count === 0) throw notFound(t("This reply was already sent or undone."));
    await returnFiles(context, draftId, ticketId);
    return { output: { ticketId, draftId, message }, audit: null };
  },
});
