import { z } from "zod";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { foldersBelow } from "./folder-lines";
import { noFolder, refuseTop, visibleFolder } from "./folder-record";
import { lockTree } from "./lock-tree";

/** Deletes a folder and everything in it. It can be restored for thirty days. */
export const deleteFolder = defineCommand({
  name: "folders.delete",
  permission: "documents.folders.delete",
  scope: "account",
  summary: "Delete a folder and everything in it; it can be restored for 30 days",
  activity: "delete a folder",
  input: z.object({ folderId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/folders/{folderId}" },
  run: async (context, { folderId }) => {
    const { db, account, actor, now } = context;
    await lockTree(db, account.id);
    const folder = await visibleFolder(context, folderId);
    await authorize(context, "documents.folders.delete", folder);
    refuseTop(folder);
    const where = accessibleWhere(context, "documents.folders.delete", { id: folderId, deletedAt: null });
    const deleted = { deletedAt: now, deletedByName: actor.name, deletedWithId: folderId, deletedItself: true };
    const { count } = await db.folder.updateMany({ where, data: deleted });
    if (count === 0) throw noFolder();
    // What was deleted before it keeps its own time, and doesn't come back with it.
    const below = await foldersBelow(db, { accountId: account.id, folderId });
    const living = below.flatMap((one) => (one.deleted ? [] : [one.id]));
    await queryRows(
      db,
      sql`update "Folder" set "deletedAt" = ${now}, "deletedByName" = ${actor.name}, "deletedWithId" = ${folderId}::uuid
        where "accountId" = ${account.id}::uuid and "id" = any (${living}::uuid[]) and "deletedAt" is null returning "id"`,
    );
    return {
      output: { id: folderId },
      audit: {
        summary: say("Deleted the folder “{name}”", { name: folder.name }),
        target: { type: "folder", id: folderId },
      },
    };
  },
});
