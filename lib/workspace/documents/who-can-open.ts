import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { pageInput, pageOf, pageOfAll } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { explain } from "@/lib/policy/explain";
import { viewerOf } from "@/lib/policy/viewer";
import { livingFolders } from "@/lib/workspace/core/living-documents";
import { nameOfFolder, noFolder } from "./folder-record";
import { membersOnly, readersAmong, withList } from "./list-people";
import { folderRef } from "./schema";

const columns = {
  id: true,
  name: true,
  parentId: true,
  governingId: true,
  governing: { select: { name: true, parentId: true } },
  recusals: { select: { contactId: true } },
} as const;

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
    const { db, account } = context;
    const [folder, access, people] = await Promise.all([
      db.folder.findFirst({ where: livingFolders(context, "documents.view", { id: folderId }), select: columns }),
      db.folderAccess.findMany({
        where: { accountId: account.id, folder: { governed: { some: { id: folderId } } }, ...membersOnly },
        select: { contactId: true },
      }),
      context.people(),
    ]);
    if (folder === null) throw noFolder();
    const list = access.map(({ contactId }) => contactId);
    const on = new Set(list);
    const readership = { list, recused: folder.recusals.map(({ contactId }) => contactId) };
    const record = withList(readership);
    const readers = readersAmong(people, readership);
    const { items, ...rest } = pageOfAll(readers, page);
    return {
      ...rest,
      items: items.map(({ contactId, name, hasLogin, subject }) => ({
        ...{ id: contactId, name, hasLogin },
        onList: on.has(contactId),
        why: explain(viewerOf(subject), "documents.view", record as never).sentence,
      })),
      folder: { id: folder.id, name: nameOfFolder(folder) },
      from: { id: folder.governingId, name: nameOfFolder(folder.governing) },
    };
  },
});
