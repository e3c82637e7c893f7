import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { id } from "@/lib/platform/kernel/ids";
import { pageInput, pageOf } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { sentenceOfYes } from "@/lib/policy/explanation";
import { reasonsFor } from "@/lib/policy/reasons";
import { livingFolders } from "@/lib/workspace/core/living-documents";
import { nameOfFolder, noFolder } from "./folder-record";
import { explainedReaders, readershipOf, withList } from "./list-people";
import { folderRef } from "./schema";

const columns = {
  ...{ id: true, name: true, parentId: true, governingId: true },
  governing: { select: { name: true, parentId: true } },
} satisfies Prisma.FolderSelect;

/** Everybody of the account who can open a folder and its files, each with the reason, by the check that decides it. */
export const whoCanOpen = defineQuery({
  name: "folders.who-can-open",
  permission: "documents.view",
  scope: "account",
  alsoNeeds: ["people.members.view"],
  summary: "List the people who can open a folder and its files, and why",
  activity: "view who can open a folder",
  input: z.object({ folderId: id, ...pageInput }),
  output: pageOf(
    z.object({
      id,
      name: z.string(),
      onList: z.boolean().describe("Is on the folder's list"),
      hasLogin: z.boolean().describe("Has accepted the invitation to the account"),
      why: z.string(),
    }),
  ).extend({ folder: folderRef, from: folderRef.describe("The folder whose list applies") }),
  http: { method: "GET", path: "/accounts/{accountId}/folders/{folderId}/readers" },
  run: async (context, { folderId, page }) => {
    const { db } = context;
    const where = livingFolders(context, "documents.view", { id: folderId });
    const asked = readershipOf(context, folderId);
    // The folder's list is asked about while the folder is read, which saves a step.
    const [folder, readership, { items, ...rest }] = await Promise.all([
      db.folder.findFirst({ where, select: columns }),
      asked,
      asked.then((known) => explainedReaders(context, known, page)),
    ]);
    if (folder === null) throw noFolder();
    const on = new Set(readership.list);
    const record = withList(readership);
    return {
      ...rest,
      items: items.map(({ contactId, name, hasLogin, viewer }) => ({
        ...{ id: contactId, name, hasLogin },
        onList: on.has(contactId),
        why: sentenceOfYes(reasonsFor(viewer, "documents.view", record), "somebody"),
      })),
      folder: { id: folder.id, name: nameOfFolder(folder) },
      from: { id: folder.governingId, name: nameOfFolder(folder.governing) },
    };
  },
});
