import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { sortInput } from "@/lib/platform/kernel/sort";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { byDeletion, deletedColumns, deletedItem, presentDeleted, stillKept } from "./deleted-item";
import { nameOfFolder } from "./folder-record";

/** The folders that can be restored, last deleted first; what was deleted with one comes back with it. */
export const listDeletedFolders = defineQuery({
  name: "folders.list-deleted",
  permission: "documents.folders.delete",
  scope: "account",
  summary: "List deleted folders that can be restored",
  activity: "view deleted folders",
  input: z.object({ ...cursorInput, ...sortInput(byDeletion, "deleted", "desc") }),
  output: cursorPageOf(
    deletedItem.extend({
      place: z.string().nullable().describe("The folder it was in; null if that is gone too"),
    }),
  ),
  http: { method: "GET", path: "/accounts/{accountId}/folders/deleted" },
  run: async (context, asked) => {
    const where = accessibleWhere(context, "documents.folders.delete", {
      AND: [{ deletedAt: stillKept(context.now) }, { deletedItself: true }],
    } as Prisma.FolderWhereInput);
    const list = keysetList("folders.list-deleted", byDeletion, asked);
    const select = list.select({
      ...deletedColumns,
      parent: { select: { name: true, parentId: true, deletedAt: true } },
    } satisfies Prisma.FolderSelect);
    const [found, total] = await Promise.all([
      list.read((part) => context.db.folder.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      context.db.folder.count({ where, ...countedBy({ deletedAt: "desc" }) }),
    ]);
    const page = list.page(found, total);
    return {
      ...page,
      items: page.items.map(({ parent, ...row }) => ({
        ...presentDeleted(row, context.now),
        place: parent === null || parent.deletedAt !== null ? null : nameOfFolder(parent),
      })),
    };
  },
});
