import { z } from "zod";
import { defineCommand } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { audienceOf } from "@/lib/workspace/core/audience";
import { audienceOutput } from "@/lib/workspace/core/schema";
import { presentChange } from "./access-change";
import { accessInput, changingAccess } from "./changing-access";
import { countFiles } from "./count-files";
import { nameOfFolder } from "./folder-record";
import { listOf, recusedFrom, withList } from "./list-people";
import { links, linksOf } from "./preview-links";
import { accessChange, folderRef } from "./schema";

/** What another list would change for people. Nothing is changed. A command, since a list is longer than an address may be. */
export const previewAccess = defineCommand({
  name: "folders.preview-access",
  permission: "documents.folders.change-access",
  scope: "account",
  alsoChecks: [
    "people.members.view",
    "documents.files.move",
    "documents.view",
    "meetings.view",
    "decisions.titles.view",
  ],
  summary: "Preview who would lose or get access if a folder had another list",
  activity: "preview the access of a folder",
  input: z.object(accessInput),
  output: z.object({
    folder: folderRef,
    asked: z.object(accessInput).omit({ folderId: true }),
    change: accessChange,
    links: links.nullable().describe("Where files are attached that somebody would lose"),
    audience: audienceOutput,
  }),
  http: { method: "POST", path: "/accounts/{accountId}/folders/{folderId}/access/preview" },
  run: async (context, asked) => {
    const { folder, people, list, governingId } = await changingAccess(context, asked);
    const invited = list ?? (await listOf(context, governingId));
    const recused = await recusedFrom(context, folder.id);
    const change = presentChange(people, await countFiles(context, folder.id));
    const attached = change.loseCount > 0 && canSome(context.viewer, "documents.files.move");
    const output = {
      folder: { id: folder.id, name: nameOfFolder(folder) },
      asked: { access: asked.access, people: asked.people, viewOnly: asked.viewOnly },
      change,
      links: attached ? await linksOf(context, { documentIds: [], folderId: folder.id }) : null,
      audience: await audienceOf(context, {
        permission: "documents.view",
        record: withList({ list: invited, recused }),
        invited,
      }),
    };
    return { output, audit: null };
  },
});
