import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

/** How deep folders can be in each other, and how many an account can have. The database allows a few levels more. */
export const DEEPEST = 20;
export const MOST_FOLDERS = 10_000;

interface Place {
  readonly accountId: string;
  readonly folderId: string;
}

/** The ids of the folder and of those above it, beginning with the folder itself. */
export async function foldersAbove(db: ScopedDb, { accountId, folderId }: Place): Promise<string[]> {
  const rows = await queryRows<{ id: string }>(
    db,
    sql`with recursive above as (
      select "id", "parentId", 1 as level from "Folder" where "accountId" = ${accountId}::uuid and "id" = ${folderId}::uuid
      union all
      select f."id", f."parentId", level + 1 from "Folder" f join above a on f."id" = a."parentId"
        where f."accountId" = ${accountId}::uuid and level < 40)
    select "id" from above order by level`,
  );
  return rows.map(({ id }) => id);
}

export interface FolderBelow {
  readonly id: string;
  readonly level: number;
  readonly deleted: boolean;
}

/** The folder and everything below it, deleted folders too, with how far each is below it. */
export async function foldersBelow(db: ScopedDb, { accountId, folderId }: Place): Promise<FolderBelow[]> {
  return queryRows<FolderBelow>(
    db,
    sql`with recursive below as (
      select "id", "deletedAt", 0 as level from "Folder" where "accountId" = ${accountId}::uuid and "id" = ${folderId}::uuid
      union all
      select f."id", f."deletedAt", level + 1 from "Folder" f join below b on f."parentId" = b."id" where f."accountId" = ${accountId}::uuid)
    select "id", level, "deletedAt" is not null as deleted from below order by level, "id"`,
  );
}

/** @throws Problem `conflict` if folders would be too deep in each other */
export function requireDepth(above: number, below: number): void {
  if (above + below <= DEEPEST) return;
  throw new Problem("conflict", t("Folders can be up to {count} levels deep.", { count: DEEPEST }));
}
