import type { Context } from "@/lib/platform/operations/operation";
import type { DraftOf, HeldReply } from "./draft-of";
import { ownFiles, requireAll } from "./own-files";

interface Taking {
  readonly messageId: string;
  readonly draft: DraftOf | HeldReply;
  readonly ids: readonly string[] | undefined;
}

/**
 * Attaches uploaded files to the message that they were uploaded for. Each belongs to its uploader until then, and is
 * taken once: the database decides between two messages that want the same file. Returns their names.
 *
 * @throws Problem `invalid` if one isn't there, isn't complete, or isn't the author's
 */
export async function takeFiles(
  context: Context<"account">,
  { messageId, draft, ids = [] }: Taking,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const { db, account, realNow } = context;
  const fileIds = [...new Set(ids)];
  const internal = "note" in draft && draft.note === true;
  const { count } = await db.storedFile.updateMany({
    where: { ...ownFiles(context, draft), id: { in: fileIds } },
    data: { state: "attached", touchedAt: realNow },
  });
  requireAll(count, fileIds);
  const { id: accountId } = account;
  await db.ticketAttachment.createMany({
    data: fileIds.map((fileId, position) => ({ accountId, messageId, fileId, internal, position })),
  });
  const found = await db.storedFile.findMany({
    where: { accountId, id: { in: fileIds } },
    select: { id: true, name: true },
  });
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return fileIds.flatMap((id) => names.get(id) ?? []);
}
