import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { type ChangedPeople, changeBetween } from "./access-change";
import { foldersAbove, foldersBelow, requireDepth } from "./folder-lines";
import { type FolderRow, refuseTop, visibleFolder } from "./folder-record";

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
  const own = folder.governingId === folder.id;
  const people = own ? { lose: [], gain: [] } : await changeBetween(context, folder.governingId, target.governingId);
  return { folder, target, people };
}
