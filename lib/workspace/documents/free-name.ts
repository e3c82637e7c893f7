import path from "node:path";
import { cutText } from "@/lib/platform/kernel/cut-text";
import { searchText } from "@/lib/platform/kernel/search-text";
import type { Context } from "@/lib/platform/operations/operation";

const AT_ONCE = 50;
const MOST = 5_000;

interface Wanted {
  readonly folderId: string;
  readonly name: string;
  /** The one that is renamed or restored: its own name is free to it. */
  readonly except?: string;
}

/** Whether no other folder there has this name. The tree is locked. */
export async function isFolderNameFree(context: Context<"account">, wanted: Wanted): Promise<boolean> {
  return (await takenNames(context, "folder", wanted, [wanted.name])).size === 0;
}

/** Whether no other file there has this name. The tree is locked. */
export async function isFileNameFree(context: Context<"account">, wanted: Wanted): Promise<boolean> {
  return (await takenNames(context, "document", wanted, [wanted.name])).size === 0;
}

/** The name, or `Budget (2).xlsx` and so on if another file there has it. The tree is locked, so it stays free. */
export const freeFileName = (context: Context<"account">, wanted: Wanted): Promise<string> =>
  freeName(context, "document", wanted, 200);

/** The same for a folder. */
export const freeFolderName = (context: Context<"account">, wanted: Wanted): Promise<string> =>
  freeName(context, "folder", wanted, 120);

type Table = "folder" | "document";

async function freeName(context: Context<"account">, table: Table, wanted: Wanted, longest: number): Promise<string> {
  for (let from = 1; from < MOST; from += AT_ONCE) {
    const names = Array.from({ length: AT_ONCE }, (_, index) => numbered(wanted.name, from + index, table, longest));
    const taken = await takenNames(context, table, wanted, names);
    const free = names.find((name) => !taken.has(name.toLowerCase()));
    if (free !== undefined) return free;
  }
  throw new Error("There is no free name.");
}

function numbered(name: string, count: number, table: Table, longest: number): string {
  if (count === 1) return name;
  const { name: stem, ext } = table === "folder" ? { name, ext: "" } : path.parse(name);
  const ending = ` (${count})${ext}`;
  return cutText(stem, longest - ending.length) + ending;
}

/** By the column for searching, which an index has: it takes more names for equal than the database's own rule does. */
async function takenNames(
  { db, account }: Context<"account">,
  table: Table,
  { folderId, except }: Wanted,
  names: readonly string[],
): Promise<Set<string>> {
  const where = {
    accountId: account.id,
    deletedAt: null,
    nameSearch: { in: names.map(searchText) },
    ...(except !== undefined && { id: { not: except } }),
  };
  const found =
    table === "folder"
      ? await db.folder.findMany({ where: { ...where, parentId: folderId }, select: { name: true } })
      : await db.document.findMany({ where: { ...where, folderId }, select: { name: true } });
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return new Set(found.map(({ name }) => name.toLowerCase()).filter((name) => wanted.has(name)));
}
