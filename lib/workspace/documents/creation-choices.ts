import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { participants } from "@/lib/workspace/core/participants";
import { MOST_PARTICIPANTS } from "@/lib/workspace/core/schema";
import { nameOfFolder, visibleFolder } from "./folder-record";
import { listOf } from "./list-people";
import { folderRef } from "./schema";

/** What the form for a new folder offers: the people its own list could have. */
export const creationChoices = defineQuery({
  name: "folders.creation-choices",
  permission: "documents.folders.create",
  scope: "account",
  alsoChecks: ["people.members.view"],
  summary: "List the people that a new folder could be for",
  activity: "create a folder",
  input: z.object({ parentId: id }),
  output: z.object({
    parent: folderRef,
    from: folderRef.describe("The folder whose list applies if it inherits"),
    inherited: z.int().describe("How many people are on that list"),
    choices: z.array(z.object({ id, name: z.string(), detail: z.string().nullable() })).max(MOST_PARTICIPANTS),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/folders/{parentId}/creation-choices" },
  run: async (context, { parentId }) => {
    const parent = await visibleFolder(context, parentId);
    await authorize(context, "documents.folders.create", parent);
    const anyone = canSome(context.viewer, "documents.folders.change-access");
    const onList = { folders: { some: { folderId: parent.governingId } } };
    return {
      parent: { id: parent.id, name: nameOfFolder(parent) },
      from: { id: parent.governingId, name: nameOfFolder(parent.governing) },
      inherited: (await listOf(context, parent.governingId)).length,
      choices: await participants(context, anyone ? undefined : onList),
    };
  },
});
