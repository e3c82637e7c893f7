import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";
import { audienceOf } from "@/lib/workspace/core/audience";
import { audienceOutput } from "@/lib/workspace/core/schema";
import { presentChange } from "./access-change";
import { accessInput, changingAccess } from "./changing-access";
import { countFiles } from "./count-files";
import { nameOfFolder } from "./folder-record";
import { listOf, recusedFrom, withList } from "./list-people";
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
  output: z.object({ folder: folderRef, change: accessChange, audience: audienceOutput }),
  http: { method: "GET", path: "/accounts/{accountId}/folders/{folderId}/access/preview" },
  run: async (context, asked) => {
    const { folder, people, list, governingId } = await changingAccess(context, asked);
    const invited = list ?? (await listOf(context, governingId));
    const recused = await recusedFrom(context, folder.id);
    return {
      audience: await audienceOf(context, {
        permission: "documents.view",
        record: withList({ list: invited, recused }),
        invited,
      }),
      folder: { id: folder.id, name: nameOfFolder(folder) },
      change: presentChange(people, await countFiles(context, folder.id)),
    };
  },
});
