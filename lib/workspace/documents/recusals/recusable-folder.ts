import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { visibleFolder } from "../folder-record";
import { lockTree } from "../lock-tree";

/**
 * A folder whose access the viewer may change, and from which they aren't recused, with the tree locked. Throws `conflict` for the
 * one at the top, in which folders would otherwise disappear unseen.
 */
export async function recusableFolder(context: Context<"account">, folderId: string) {
  await lockTree(context.db, context.account.id);
  const folder = await visibleFolder(context, folderId);
  await authorize(context, "documents.folders.change-access", folder);
  if (folder.parentId === null)
    throw new Problem("conflict", t("Nobody can be recused from all documents. Choose a folder."));
  return folder;
}

/** Without its name: the activity log is read by people who are recused, too. */
export const targetOfFolder = (id: string) => ({ type: "folder", id });
