import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { requireSame } from "./access-change";
import { noFile } from "./document-record";
import { nameOfFolder } from "./folder-record";
import { freeFileName } from "./free-name";
import { lockTree } from "./lock-tree";
import { movedFiles, movingFiles } from "./moving-files";
import { positionOfFile } from "./next-position";

/** Moves files to another folder, with all their versions. Links to them stay the same. */
export const moveFiles = defineCommand({
  name: "documents.move",
  permission: "documents.files.move",
  scope: "account",
  summary: "Move files to another folder",
  activity: "move files",
  input: z.object({
    documentIds: movedFiles,
    toFolderId: id,
    token: z.string().max(64).optional().describe("Of the preview that was confirmed"),
  }),
  output: z.object({ moved: z.int() }),
  http: { method: "POST", path: "/accounts/{accountId}/documents/move" },
  run: async (context, { documentIds, toFolderId, token }) => {
    const { db, account } = context;
    await lockTree(db, account.id);
    const { documents, target, people } = await movingFiles(context, documentIds, toFolderId);
    requireSame(people, token);
    for (const document of documents) {
      if (document.folderId === toFolderId) continue;
      const name = await freeFileName(context, { folderId: toFolderId, name: document.name });
      const { count } = await db.document.updateMany({
        where: accessibleWhere(context, "documents.files.move", { AND: [{ id: document.id }, { deletedAt: null }] }),
        data: { folderId: toFolderId, name, position: await positionOfFile(context, toFolderId) },
      });
      if (count === 0) throw noFile();
    }
    const [first] = documents;
    const place = nameOfFolder(target);
    return {
      output: { moved: documents.length },
      audit: {
        summary:
          documents.length === 1
            ? say("Moved “{name}” to “{place}”", { name: first?.name ?? "", place })
            : say("Moved {count} files to “{place}”", { count: documents.length, place }),
        target: { type: "folder", id: toFolderId },
        details: {
          ...{ lost: people.lose.length, gained: people.gain.length },
          ...(documents.length === 1 ? { movedFile: first?.id ?? "" } : { files: documents.length }),
        },
      },
    };
  },
});
