import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { addDays, iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { nameOfFolder, notRecused } from "./folder-record";
import { KEPT_DAYS } from "./kept-days";

const orders = {
  deleted: (sort) => [{ deletedAt: { sort, nulls: "last" } }],
} satisfies Record<string, (sort: Direction) => Prisma.DocumentOrderByWithRelationInput[]>;

/** The files that were deleted by themselves and can be restored, last deleted first. */
export const listDeletedDocuments = defineQuery({
  name: "documents.list-deleted",
  permission: "documents.files.delete",
  scope: "account",
  summary: "List deleted files that can be restored",
  activity: "view deleted files",
  input: z.object({ ...cursorInput, ...sortInput(orders, "deleted", "desc") }),
  output: cursorPageOf(
    z.object({
      id,
      name: z.string(),
      place: z.string().describe("The folder it was in"),
      placeIsDeleted: z.boolean().describe("That folder has to be restored first"),
      deletedByName: z.string(),
      deletedAt: isoDateTime,
      goneAt: isoDateTime.describe("When it can no longer be restored"),
    }),
  ),
  http: { method: "GET", path: "/accounts/{accountId}/documents/deleted" },
  run: async (context, asked) => {
    const where = accessibleWhere(context, "documents.files.delete", {
      deletedAt: { gt: addDays(context.now, -KEPT_DAYS) },
      folder: { is: notRecused(context) },
    } as Prisma.DocumentWhereInput);
    const list = keysetList("documents.list-deleted", orders, asked);
    const select = list.select({
      ...{ id: true, name: true, deletedAt: true, deletedByName: true },
      folder: { select: { name: true, parentId: true, deletedAt: true } },
    } satisfies Prisma.DocumentSelect);
    const [found, total] = await Promise.all([
      list.read((part) => context.db.document.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      context.db.document.count({ where, ...countedBy({ deletedAt: "desc" }) }),
    ]);
    const page = list.page(found, total);
    return {
      ...page,
      items: page.items.map(({ folder, deletedAt, deletedByName, ...row }) => ({
        ...{ id: row.id, name: row.name, deletedByName: deletedByName ?? "" },
        place: nameOfFolder(folder),
        placeIsDeleted: folder.deletedAt !== null,
        deletedAt: iso(deletedAt ?? context.now),
        goneAt: iso(addDays(deletedAt ?? context.now, KEPT_DAYS)),
      })),
    };
  },
});
