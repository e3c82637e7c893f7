import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { requireSame } from "./access-change";
import { requireFreeName } from "./folder-name-free";
import { nameOfFolder, noFolder } from "./folder-record";
import { governBy } from "./govern-by";
import { lockTree } from "./lock-tree";
import { movingFolder } from "./moving-folder";
import { positionOfFolder } from "./next-position";
import { takeFromDeleted } from "./set-own-list";

/** Moves a folder with everything in it. One that inherits gets the list of its new place; links to its files stay the same. */
export const moveFolder = defineCommand({
  name: "folders.move",
  permission: "documents.folders.move",
  scope: "account",
  summary: "Move a folder into another folder",
  activity: "move a folder",
  input: z.object({
    folderId: id,
    toFolderId: id,
    token: z.string().max(64).optional().describe("Of the preview that was confirmed"),
  }),
  output: z.object({ id, parentId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/folders/{folderId}/move" },
  run: async (context, { folderId, toFolderId, token }) => {
    const { db, account } = context;
    await lockTree(db, account.id);
    const { folder, target, people } = await movingFolder(context, folderId, toFolderId);
    requireSame(people, token);
    await requireFreeName(context, { folderId: toFolderId, name: folder.name, except: folderId });
    const { count } = await db.folder.updateMany({
      where: accessibleWhere(context, "documents.folders.move", { id: folderId, deletedAt: null }),
      data: { parentId: toFolderId, position: await positionOfFolder(context, toFolderId) },
    });
    if (count === 0) throw noFolder();
    if (folder.governingId !== folder.id) {
      await governBy(db, { accountId: account.id, folderId, governingId: target.governingId });
      await takeFromDeleted(
        context,
        folderId,
        people.lose.map(({ contactId }) => contactId),
      );
    }
    return {
      output: { id: folderId, parentId: toFolderId },
      audit: {
        summary: say("Moved the folder “{name}” to “{place}”", { name: folder.name, place: nameOfFolder(target) }),
        target: { type: "folder", id: folderId },
        details: { lost: people.lose.length, gained: people.gain.length, movedTo: toFolderId },
      },
    };
  },
});
