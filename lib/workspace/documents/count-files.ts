import { COUNT_LIMIT, countResult } from "@/lib/platform/kernel/page";
import type { Context } from "@/lib/platform/operations/operation";
import { foldersBelow } from "./folder-lines";

/** How many files are in a folder and below it, as far as a list counts. */
export async function countFiles({ db, account }: Context<"account">, folderId: string): Promise<number> {
  const below = await foldersBelow(db, { accountId: account.id, folderId });
  const living = below.flatMap(({ id, deleted }) => (deleted ? [] : [id]));
  const where = { accountId: account.id, folderId: { in: living }, deletedAt: null };
  const counted = await db.document.count({ where, orderBy: { id: "asc" }, take: COUNT_LIMIT });
  return countResult(counted).total;
}
