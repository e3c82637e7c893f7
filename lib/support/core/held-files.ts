import { ownFiles, requireAll } from "@/lib/platform/files/own-files";
import type { Context } from "@/lib/platform/operations/operation";
import { draftOf } from "./draft-of";

/**
 * Sets the files of a reply aside while it waits to be sent, so that the next reply doesn't take them.
 *
 * @throws Problem `invalid` if one isn't there, isn't complete, or isn't the author's
 */
export async function holdFiles(
  context: Context<"account">,
  { held, ticketId, ids = [] }: { held: string; ticketId: string; ids: readonly string[] | undefined },
): Promise<void> {
  if (ids.length === 0) return;
  const fileIds = [...new Set(ids)];
  const { count } = await context.db.storedFile.updateMany({
    where: { ...ownFiles(context, draftOf({ ticketId })), id: { in: fileIds } },
    data: { draft: draftOf({ held }), touchedAt: context.realNow },
  });
  requireAll(count, fileIds);
}

/** The files of a reply that waits, in the order they were added. */
export async function heldFiles(context: Context<"account">, held: string): Promise<{ id: string; name: string }[]> {
  return context.db.storedFile.findMany({
    where: ownFiles(context, draftOf({ held })),
    select: { id: true, name: true },
    orderBy: { id: "asc" },
  });
}

/** Gives the files of a reply that was undone back to the form. */
export async function returnFiles(context: Context<"account">, held: string, ticketId: string): Promise<void> {
  await context.db.storedFile.updateMany({
    where: ownFiles(context, draftOf({ held })),
    data: { draft: draftOf({ ticketId }), touchedAt: context.realNow },
  });
}
