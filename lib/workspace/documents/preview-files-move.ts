import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { presentChange } from "./access-change";
import { nameOfFolder } from "./folder-record";
import { movedFiles, movingFiles } from "./moving-files";
import { accessChange, folderRef } from "./schema";

/** What moving files would change for people. Nothing is moved. */
export const previewFilesMove = defineQuery({
  name: "documents.preview-move",
  permission: "documents.files.move",
  scope: "account",
  summary: "Preview who would lose or get access if files were moved",
  activity: "preview moving files",
  input: z.object({ documentIds: movedFiles, toFolderId: id }),
  output: z.object({
    files: z.array(z.object({ id, name: z.string() })).max(100),
    to: folderRef,
    change: accessChange,
  }),
  http: { method: "GET", path: "/accounts/{accountId}/documents/move" },
  run: async (context, { documentIds, toFolderId }) => {
    const { documents, target, people } = await movingFiles(context, documentIds, toFolderId);
    return {
      files: documents.map((one) => ({ id: one.id, name: one.name })),
      to: { id: target.id, name: nameOfFolder(target) },
      change: presentChange(people, documents.length),
    };
  },
});
