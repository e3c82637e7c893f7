import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { sortInput } from "@/lib/platform/kernel/sort";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { byDeletion, deletedColumns, deletedItem, presentDeleted, stillKept } from "./deleted-item";
import { nameOfFolder, notRecused } from "./folder-record";

/** The files that were deleted by themselves and can be restored, last deleted first. */
export const listDeletedDocuments = defineQuery({
  name: "documents.list-deleted",
  permission: "documents.files.delete",
  scope: "account",
  summary: "List deleted files that can be restored",
  activity: "view deleted files",
  input: z.object({ ...cursorInput, ...sortInput(byDeletion, "deleted", "desc") }),
  output: cursorPageOf(
    deletedItem.extend({
      place: z.string().describe("The folder it was in"),
      placeIsDeleted: z.boolean().describe("That folder has to be restored first"),
    }),
  ),
  http: { method: "GET", path: "/accounts/{accountId}/documents/deleted" },
  run: async (context, asked) => {
    const where = accessibleWhere(context, "documents.files.delete", {
      deletedAt: stillKept(context.now),
      folder: { is: notRecused(context) },
    } as Prisma.DocumentWhereInput);
    const list = keysetList("documents.list-deleted", byDeletion, asked);
    const select = list.select({
      ...deletedColumns,
      folder: { select: { name: true, parentId: true, deletedAt: true } },
    } satisfies Prisma.DocumentSelect);
    const [found, total] = await Promise.all([
      list.read((part) => context.db.document.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      context.db.document.count({ where, ...countedBy({ deletedAt: "desc" }) }),
    ]);
    const page = list.page(found, total);
    return {
      ...page,
      items: page.items.map(({ folder, ...row }) => ({
        ...presentDeleted(row, context.now),
        place: nameOfFolder(folder),
        placeIsDeleted: folder.deletedAt !== null,
      })),
    };
  },
});
