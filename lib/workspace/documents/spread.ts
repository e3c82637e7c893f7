import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";
import { GAP } from "./next-position";

/** Makes room between the folders there, without changing their order. */
export async function spreadFolders(db: ScopedDb, accountId: string, parentId: string): Promise<void> {
  await queryRows(
    db,
    sql`update "Folder" f set "position" = placed.place * ${GAP}::int
      from (select "id", row_number() over (order by "position", "id")::int as place from "Folder"
        where "accountId" = ${accountId}::uuid and "parentId" = ${parentId}::uuid) as placed
      where f."accountId" = ${accountId}::uuid and f."id" = placed."id" returning f."id"`,
  );
}

/** The same for the files there. */
export async function spreadFiles(db: ScopedDb, accountId: string, folderId: string): Promise<void> {
  await queryRows(
    db,
    sql`with placed as (select "id", row_number() over (order by "position", "id")::int as place from "Document"
        where "accountId" = ${accountId}::uuid and "folderId" = ${folderId}::uuid),
      moved as (update "Document" d set "position" = placed.place * ${GAP}::int from placed
        where d."accountId" = ${accountId}::uuid and d."id" = placed."id" returning 1)
      select count(*)::int as moved from moved`,
  );
}
