import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { ownDrafts } from "./own-drafts";

/** What the viewer has typed for a ticket, and their replies that aren't sent yet. */
export async function readDrafts(context: Context<"account">, ticketId: string | null) {
  const rows = await context.db.ticketDraft.findMany({
    where: ownDrafts(context, ticketId),
    select: { id: true, subject: true, body: true, version: true, sendAt: true, heldBack: true },
    orderBy: [{ sendAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
  const typed = rows.find(({ sendAt }) => sendAt === null);
  return {
    draft: typed ? { subject: typed.subject, message: typed.body, version: typed.version } : null,
    waiting: rows.flatMap(({ id, body, sendAt, heldBack }) =>
      sendAt === null ? [] : [{ id, body, sendAt: iso(sendAt), heldBack }],
    ),
  };
}

const MOST = 25;
