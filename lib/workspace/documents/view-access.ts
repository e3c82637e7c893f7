import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { participants } from "@/lib/workspace/core/participants";
import { MOST_PARTICIPANTS } from "@/lib/workspace/core/schema";
import { nameOfFolder, visibleFolder } from "./folder-record";
import { listOf } from "./list-people";
import { folderRef } from "./schema";

/** What the form for a folder's access offers, and what is chosen now. */
export const viewAccess = defineQuery({
  name: "folders.view-access",
  permission: "documents.folders.change-access",
  scope: "account",
  alsoChecks: ["people.members.view"],
  summary: "View the list of a folder, and the people it could have",
  activity: "view the access of a folder",
  input: z.object({ folderId: id }),
  output: z.object({
    folder: folderRef,
    access: z.enum(["inherit", "own"]),
    mayInherit: z.boolean(),
    viewOnly: z.boolean(),
    from: folderRef.describe("The folder whose list applies"),
    people: z.array(id).max(MOST_PARTICIPANTS).describe("The first contacts by name on that list"),
    more: z.int().describe("How many more are on it"),
    choices: z
      .array(z.object({ id, name: z.string(), detail: z.string().nullable() }))
      .max(2 * MOST_PARTICIPANTS)
      .describe("The first members by name, and everybody in `people`"),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/folders/{folderId}/access" },
  run: async (context, { folderId }) => {
    const folder = await visibleFolder(context, folderId);
    await authorize(context, "documents.folders.change-access", folder);
    const list = await listOf(context, folder.governingId);
    const onList = await participants(context, { folders: { some: { folderId: folder.governingId } } });
    const others = await participants(context);
    const choices = new Map([...onList, ...others].map((one) => [one.id, one]));
    return {
      folder: { id: folder.id, name: nameOfFolder(folder) },
      access: folder.governingId === folder.id ? ("own" as const) : ("inherit" as const),
      mayInherit: folder.parentId !== null,
      viewOnly: folder.governing.viewOnly,
      from: { id: folder.governingId, name: nameOfFolder(folder.governing) },
      people: onList.map((one) => one.id),
      more: Math.max(0, list.length - onList.length),
      choices: [...choices.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
    };
  },
});
