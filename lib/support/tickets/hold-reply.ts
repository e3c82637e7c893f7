import { z } from "zod";
import { attachmentIds } from "@/lib/platform/files/schema";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { holdFiles } from "@/lib/support/core/held-files";
import { lockDrafts, ownDrafts } from "./own-drafts";
import { refuseUnseen } from "./refuse-unseen";
import { messageText, seenMessage } from "./schema";
import { visibleTicket } from "./ticket-record";

/** Replies of one person to one ticket that wait at a time. */
const MOST_WAITING = 5;

/**
 * Sends a reply in ten seconds. Until then only its author sees it and can undo it; then the worker sends it in their name,
 * if they may still reply and nobody else has written since `seen`. It replaces their draft. Throws `conflict` as
 * `tickets.reply` does.
 */
export const holdReply = defineCommand({
  name: "tickets.hold-reply",
  permission: "support.tickets.reply",
  scope: "account",
  summary: "Reply to a ticket in ten seconds, unless it is undone",
  activity: "reply to a ticket",
  input: z.object({ ticketId: id, message: messageText, seen: seenMessage, attachmentIds }),
  output: z.object({ id, ticketId: id, sendAt: isoDateTime }),
  http: { method: "POST", path: "/accounts/{accountId}/tickets/{ticketId}/held-replies", status: 201 },
  once: true,
  run: async (context, { ticketId, message: body, seen, attachmentIds: ids }) => {
    const { db, account, actor, realNow } = context;
    const ticket = await visibleTicket(context, ticketId);
    await authorize(context, "support.tickets.reply", ticket);
    await refuseUnseen(context, ticket, seen);
    await lockDrafts(context, ticketId);
    const own = ownDrafts(context, ticketId);
    const waiting = await db.ticketDraft.count({ where: { ...own, sendAt: { not: null }, heldBack: false } });
    if (waiting >= MOST_WAITING)
      throw new Problem("conflict", t("Your last replies are still being sent. Try again in a few seconds."));
    await db.ticketDraft.deleteMany({ where: { ...own, sendAt: null } });
    const { id: draftId, sendAt } = await db.ticketDraft.create({
      // The database sets its own time.
      data: { accountId: account.id, personId: actor.personId, ticketId, body, sendAt: realNow, seenId: seen ?? null },
      select: { id: true, sendAt: true },
    });
    await holdFiles(context, { held: draftId, ticketId, ids });
    return { output: { id: draftId, ticketId, sendAt: iso(sendAt ?? realNow) }, audit: null };
  },
});
