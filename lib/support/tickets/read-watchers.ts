import type { Context } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { MOST_WATCHERS } from "./schema";

/** Who watches a ticket, and whether the viewer does. Names are for those who may see members. */
export async function readWatchers({ db, viewer, actor }: Context<"account">, ticketId: string) {
  const rows = await db.ticketWatcher.findMany({
    where: { ticketId },
    select: { contactId: true, addedByName: true, contact: { select: { name: true, status: true } } },
    orderBy: [{ createdAt: "asc" }, { contactId: "asc" }],
    take: MOST_WATCHERS,
  });
  const named = canSome(viewer, "people.members.view");
  return {
    watching: rows.some(({ contactId }) => contactId === actor.contactId),
    watchers: rows
      .filter(({ contactId, contact }) => named && contact.status !== "removed" && contactId !== actor.contactId)
      .map(({ contactId, addedByName, contact }) => ({ contactId, name: contact.name, addedByName })),
  };
}
