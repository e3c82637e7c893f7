import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import type { Context } from "@/lib/platform/operations/operation";
import { defineQuery } from "@/lib/platform/operations/operation";
import { can, canSome } from "@/lib/policy/evaluate";
import { livingFolders } from "@/lib/workspace/core/living-documents";
import { foldersAbove } from "./folder-lines";
import { type FolderRow, folderColumns, nameOfFolder, visibleFolder } from "./folder-record";
import { presentFolders } from "./present-folder";
import { folderItem, folderRef } from "./schema";

const may = z.object({
  upload: z.boolean(),
  createFolder: z.boolean(),
  changeAccess: z.boolean(),
  changeFolder: z.boolean().describe("Rename, move"),
  deleteFolder: z.boolean(),
  reorderFolders: z.boolean(),
  moveFiles: z.boolean(),
  reorderFiles: z.boolean(),
  replaceFiles: z.boolean(),
  deleteFiles: z.boolean(),
});

/** A folder, the way to it as far as the viewer sees it, and what they may do there. */
export const viewFolder = defineQuery({
  name: "folders.view",
  permission: "documents.view",
  scope: "account",
  summary: "View a folder of the documents; without an id the one at the top",
  activity: "view a folder",
  input: z.object({ folderId: id.optional() }),
  output: z.object({
    folder: folderItem.nullable().describe("Null for the top, if the viewer sees only folders below it"),
    isTop: z.boolean(),
    trail: z.array(folderRef).max(40).describe("The folders above it that the viewer sees, the highest first"),
    may,
  }),
  http: { method: "GET", path: "/accounts/{accountId}/folders/view" },
  run: async (context, { folderId }) => {
    const row = folderId === undefined ? await topFolder(context) : await visibleFolder(context, folderId);
    if (row === null) return { folder: null, isTop: true, trail: [], may: mayIn(context, null) };
    const [folder = null] = await presentFolders(context, [row]);
    return { folder, isTop: row.parentId === null, trail: await trailOf(context, row), may: mayIn(context, row) };
  },
});

const topFolder = (context: Context<"account">) =>
  context.db.folder.findFirst({
    where: livingFolders(context, "documents.view", { parentId: null }),
    select: folderColumns(context),
  });

/** It ends below the first folder that the viewer can't see: not even the names above that are theirs to know. */
async function trailOf(context: Context<"account">, { id: folderId }: FolderRow) {
  const [, ...above] = await foldersAbove(context.db, { accountId: context.account.id, folderId });
  const found = await context.db.folder.findMany({
    where: livingFolders(context, "documents.view", { id: { in: above } }),
    select: { id: true, name: true, parentId: true },
  });
  const known = new Map(found.map((one) => [one.id, { id: one.id, name: nameOfFolder(one) }]));
  const hidden = above.findIndex((one) => !known.has(one));
  return above
    .slice(0, hidden < 0 ? undefined : hidden)
    .flatMap((one) => known.get(one) ?? [])
    .reverse();
}

function mayIn({ viewer }: Context, row: FolderRow | null): z.input<typeof may> {
  const below = row !== null && row.parentId !== null;
  return {
    upload: row !== null && can(viewer, "documents.files.upload", row),
    createFolder: row !== null && can(viewer, "documents.folders.create", row),
    changeAccess: row !== null && canSome(viewer, "documents.folders.change-access"),
    changeFolder: below && canSome(viewer, "documents.folders.move"),
    deleteFolder: below && canSome(viewer, "documents.folders.delete"),
    reorderFolders: canSome(viewer, "documents.folders.reorder"),
    moveFiles: canSome(viewer, "documents.files.move"),
    reorderFiles: canSome(viewer, "documents.files.reorder"),
    replaceFiles: canSome(viewer, "documents.files.replace"),
    deleteFiles: canSome(viewer, "documents.files.delete"),
  };
}
