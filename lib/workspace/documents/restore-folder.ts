import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { addDays } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { noFolder } from "./folder-record";
import { freeFolderName } from "./free-name";
import { governBy } from "./govern-by";
import { KEPT_DAYS } from "./kept-days";
import { lockTree } from "./lock-tree";

/**
 * Restores a deleted folder with what was deleted with it, where it was. If it inherited, it inherits what applies there now.
 * If its place is gone it comes to the top, where it is for owner and administrators alone unless it has its own list.
 */
export const restoreFolder = defineCommand({
  name: "folders.restore",
  permission: "documents.folders.delete",
  scope: "account",
  summary: "Restore a deleted folder and what was deleted with it",
  activity: "restore a folder",
  input: z.object({ folderId: id }),
  output: z.object({ id, name: z.string(), parentId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/folders/{folderId}/restore" },
  run: async (context, { folderId }) => {
    const { db, account } = context;
    const top = await lockTree(db, account.id);
    const folder = await deletedFolder(context, folderId);
    const { parentId } = folder;
    const back = folder.parent?.deletedAt === null && parentId !== null;
    const place = back ? parentId : top;
    const name = await freeFolderName(context, { folderId: place, name: folder.name, except: folderId });
    if (!back && folder.governingId !== folderId) {
      await governBy(db, { accountId: account.id, folderId, governingId: folderId });
    }
    const where: Prisma.FolderWhereInput = accessibleWhere(context, "documents.folders.delete", {
      AND: [{ id: folderId }, { deletedAt: { not: null } }],
    });
    const living = { deletedAt: null, deletedByName: null, deletedWithId: null, deletedItself: false };
    const { count } = await db.folder.updateMany({ where, data: { ...living, name, parentId: place } });
    if (count === 0) throw noFolder();
    await db.folder.updateMany({ where: { accountId: account.id, deletedWithId: folderId }, data: living });
    return {
      output: { id: folderId, name, parentId: place },
      audit: { summary: say("Restored the folder “{name}”", { name }), target: { type: "folder", id: folderId } },
    };
  },
});

async function deletedFolder(context: Context<"account">, folderId: string) {
  const folder = await context.db.folder.findFirst({
    where: accessibleWhere(context, "documents.folders.delete", {
      AND: [{ id: folderId }, { deletedItself: true }, { deletedAt: { gt: addDays(context.now, -KEPT_DAYS) } }],
    } as Prisma.FolderWhereInput),
    select: { name: true, parentId: true, governingId: true, parent: { select: { deletedAt: true } } },
  });
  if (folder === null) throw noFolder();
  return folder;
}
