import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { heldFiles } from "@/lib/support/core/held-files";
import { ownDrafts } from "./own-drafts";

/** What the viewer has typed for a ticket, and their replies that aren't sent yet. */
export async function readDrafts(context: Context<"account">, ticketId: string | null) {
  const rows = await context.db.ticketDraft.findMany({
    where: ownDrafts(context, ticketId),
    select: { id: true, subject: true, body: true, version: true, sendAt: true, heldBack: true, overtaken: true },
    orderBy: [{ sendAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
  const typed = rows.find(({ sendAt }) => sendAt === null);
  return {
    draft: typed ? { subject: typed.subject, message: typed.body, version: typed.version } : null,
    waiting: await Promise.all(
      rows.flatMap(({ id, body, sendAt, heldBack, overtaken }) =>
        sendAt === null ? [] : [waiting(context, { id, body, sendAt, heldBack, overtaken })],
      ),
    ),
  };
}

async function waiting(
  context: Context<"account">,
  { sendAt, ...reply }: { id: string; body: string; sendAt: Date; heldBack: boolean; overtaken: boolean },
) {
  const files = (await heldFiles(context, reply.id)).map(({ name }) => name);
  return { ...reply, sendAt: iso(sendAt), files };
}

const MOST = 25;
