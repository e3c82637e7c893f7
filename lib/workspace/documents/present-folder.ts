import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { type FolderRow, nameOfFolder } from "./folder-record";
import { membersOnly } from "./list-people";
import type { FolderItem } from "./schema";

/** The folders with the sentence of their access: the people of each list are counted once. */
export async function presentFolders(context: Context<"account">, rows: readonly FolderRow[]): Promise<FolderItem[]> {
  const governing = [...new Set(rows.map(({ governingId }) => governingId))];
  const counted = await context.db.folderAccess.groupBy({
    by: ["folderId"],
    where: { accountId: context.account.id, folderId: { in: governing }, ...membersOnly },
    _count: { contactId: true },
  });
  const people = new Map(counted.map(({ folderId, _count }) => [folderId, _count.contactId]));
  return rows.map((row) => present(row, people.get(row.governingId) ?? 0));
}

const present = (row: FolderRow, people: number): FolderItem => ({
  id: row.id,
  name: nameOfFolder(row),
  access: {
    kind: row.governingId === row.id ? "own" : "inherited",
    from: { id: row.governingId, name: nameOfFolder(row.governing) },
    people,
    viewOnly: row.governing.viewOnly,
  },
  createdAt: iso(row.createdAt),
});
