import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";

/**
 * Waits until nobody else changes the documents of this account, and keeps others from it until the transaction ends. Every
 * change does this before it reads a folder: access is decided on the tree as the one before has left it.
 *
 * @returns the id of the folder at the top
 */
export async function lockTree(db: ScopedDb, accountId: string): Promise<string> {
  const [top] = await queryRows<{ id: string }>(
    db,
    sql`select "id" from "Folder" where "accountId" = ${accountId}::uuid and "parentId" is null for no key update`,
  );
  if (top === undefined) throw new Error("The account has no folder at the top.");
  return top.id;
}
