import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { addDays, iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { nameOfFolder } from "./folder-record";
import { KEPT_DAYS } from "./kept-days";

const orders = {
  deleted: (sort) => [{ deletedAt: { sort, nulls: "last" } }],
} satisfies Record<string, (sort: Direction) => Prisma.FolderOrderByWithRelationInput[]>;

/** The folders that can be restored, last deleted first; what was deleted with one comes back with it. */
export const listDeletedFolders = defineQuery({
  name: "folders.list-deleted",
  permission: "documents.folders.delete",
  scope: "account",
  summary: "List deleted folders that can be restored",
  activity: "view deleted folders",
  input: z.object({ ...cursorInput, ...sortInput(orders, "deleted", "desc") }),
  output: cursorPageOf(
    z.object({
      id,
      name: z.string(),
      place: z.string().nullable().describe("The folder it was in; null if that is gone too"),
      deletedByName: z.string(),
      deletedAt: isoDateTime,
      goneAt: isoDateTime.describe("When it can no longer be restored"),
    }),
  ),
  http: { method: "GET", path: "/accounts/{accountId}/folders/deleted" },
  run: async (context, asked) => {
    const where = accessibleWhere(context, "documents.folders.delete", {
      AND: [{ deletedAt: { gt: addDays(context.now, -KEPT_DAYS) } }, { deletedItself: true }],
    } as Prisma.FolderWhereInput);
    const list = keysetList("folders.list-deleted", orders, asked);
    const select = list.select({
      ...{ id: true, name: true, deletedAt: true, deletedByName: true },
      parent: { select: { name: true, parentId: true, deletedAt: true } },
    } satisfies Prisma.FolderSelect);
    const [found, total] = await Promise.all([
      list.read((part) => context.db.folder.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      context.db.folder.count({ where, ...countedBy({ deletedAt: "desc" }) }),
    ]);
    const page = list.page(found, total);
    return {
      ...page,
      items: page.items.map(({ parent, deletedAt, deletedByName, ...row }) => ({
        ...{ id: row.id, name: row.name, deletedByName: deletedByName ?? "" },
        place: parent === null || parent.deletedAt !== null ? null : nameOfFolder(parent),
        deletedAt: iso(deletedAt ?? context.now),
        goneAt: iso(addDays(deletedAt ?? context.now, KEPT_DAYS)),
      })),
    };
  },
});
