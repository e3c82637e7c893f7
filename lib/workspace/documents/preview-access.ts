import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";
import { presentChange } from "./access-change";
import { accessInput, changingAccess } from "./changing-access";
import { countFiles } from "./count-files";
import { nameOfFolder } from "./folder-record";
import { accessChange, folderRef } from "./schema";

/** What another list would change for people. Nothing is changed. */
export const previewAccess = defineQuery({
  name: "folders.preview-access",
  permission: "documents.folders.change-access",
  scope: "account",
  alsoChecks: ["people.members.view"],
  summary: "Preview who would lose or get access if a folder had another list",
  activity: "preview the access of a folder",
  input: z.object(accessInput),
  output: z.object({ folder: folderRef, change: accessChange }),
  http: { method: "GET", path: "/accounts/{accountId}/folders/{folderId}/access/preview" },
  run: async (context, asked) => {
    const { folder, people } = await changingAccess(context, asked);
    return {
      folder: { id: folder.id, name: nameOfFolder(folder) },
      change: presentChange(people, await countFiles(context, folder.id)),
    };
  },
});
