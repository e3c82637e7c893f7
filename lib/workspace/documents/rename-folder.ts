import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { requireFreeName } from "./folder-name-free";
import { noFolder, refuseTop, visibleFolder } from "./folder-record";
import { lockTree } from "./lock-tree";
import { folderName } from "./schema";

/** Renames a folder. Links to it and to its files stay the same. */
export const renameFolder = defineCommand({
  name: "folders.rename",
  permission: "documents.folders.move",
  scope: "account",
  summary: "Rename a folder",
  activity: "rename a folder",
  input: z.object({ folderId: id, name: folderName }),
  output: z.object({ id, name: z.string() }),
  http: { method: "POST", path: "/accounts/{accountId}/folders/{folderId}/rename" },
  run: async (context, { folderId, name }) => {
    const { db, account } = context;
    await lockTree(db, account.id);
    const folder = await visibleFolder(context, folderId);
    await authorize(context, "documents.folders.move", folder);
    refuseTop(folder);
    await requireFreeName(context, { folderId: folder.parentId ?? "", name, except: folderId });
    const where = accessibleWhere(context, "documents.folders.move", { id: folderId, deletedAt: null });
    const { count } = await db.folder.updateMany({ where, data: { name } });
    if (count === 0) throw noFolder();
    return {
      output: { id: folderId, name },
      audit: {
        summary: say("Renamed the folder “{before}” to “{name}”", { before: folder.name, name }),
        target: { type: "folder", id: folderId },
      },
    };
  },
});
