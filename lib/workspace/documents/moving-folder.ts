import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { type ChangedPeople, changeBetween } from "./access-change";
import { foldersAbove, foldersBelow, requireDepth } from "./folder-lines";
import { type FolderRow, refuseTop, visibleFolder } from "./folder-record";
import { listOf, type Readership, readershipOf, recusedFrom } from "./list-people";

interface Moving {
  readonly folder: FolderRow;
  readonly target: FolderRow;
  readonly people: ChangedPeople;
}

/** A folder and where it is to go, and whom that would concern. Throws `not-found`, `refused` and `conflict`. */
export async function movingFolder(context: Context<"account">, folderId: string, toFolderId: string): Promise<Moving> {
  const { db, account } = context;
  const folder = await visibleFolder(context, folderId);
  await authorize(context, "documents.folders.move", folder);
  refuseTop(folder);
  const target = await visibleFolder(context, toFolderId);
  await authorize(context, "documents.folders.create", target);
  const above = await foldersAbove(db, { accountId: account.id, folderId: toFolderId });
  if (above.includes(folderId)) throw new Problem("conflict", t("A folder can't be moved into itself."));
  const below = await foldersBelow(db, { accountId: account.id, folderId });
  requireDepth(above.length, (below.at(-1)?.level ?? 0) + 1);
  const now = await readershipOf(context, folder.id);
  const people = await changeBetween(context, now, await readershipIn(context, target, { folder, now }));
  return { folder, target, people };
}

/** Who reads a folder once it is in another one: its own list and its own recusals go with it. */
async function readershipIn(
  context: Context<"account">,
  target: FolderRow,
  { folder, now }: { readonly folder: FolderRow; readonly now: Readership },
): Promise<Readership> {
  const { db, account } = context;
  const list = folder.governingId === folder.id ? now.list : await listOf(context, target.governingId);
  const own = await db.folderRecusal.findMany({
    where: { accountId: account.id, folderId: folder.id },
    select: { contactId: true },
  });
  const above = await recusedFrom(context, target.id);
  return { list, recused: [...new Set([...own.map(({ contactId }) => contactId), ...above])].toSorted() };
}
