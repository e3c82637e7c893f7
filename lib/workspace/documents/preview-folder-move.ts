import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { presentChange } from "./access-change";
import { countFiles } from "./count-files";
import { nameOfFolder } from "./folder-record";
import { movingFolder } from "./moving-folder";
import { accessChange, folderRef } from "./schema";

/** What moving a folder would change for people. Nothing is moved. */
export const previewFolderMove = defineQuery({
  name: "folders.preview-move",
  permission: "documents.folders.move",
  scope: "account",
  summary: "Preview who would lose or get access if a folder was moved",
  activity: "preview moving a folder",
  input: z.object({ folderId: id, toFolderId: id }),
  output: z.object({
    folder: folderRef,
    to: folderRef,
    keepsList: z.boolean().describe("It has its own list, which goes with it"),
    change: accessChange,
  }),
  http: { method: "GET", path: "/accounts/{accountId}/folders/{folderId}/move" },
  run: async (context, { folderId, toFolderId }) => {
    const { folder, target, people } = await movingFolder(context, folderId, toFolderId);
    return {
      folder: { id: folder.id, name: nameOfFolder(folder) },
      to: { id: target.id, name: nameOfFolder(target) },
      keepsList: folder.governingId === folder.id,
      change: presentChange(people, await countFiles(context, folderId)),
    };
  },
});
