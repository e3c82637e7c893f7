import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";

interface Governing {
  readonly accountId: string;
  readonly folderId: string;
  /** The folder itself for an own list. */
  readonly governingId: string;
}

/**
 * Puts a folder, and all folders below it that inherit from it, deleted ones too, under the list of another. Folders with
 * their own list, and what is below them, stay as they are. The tree is locked.
 */
export async function governBy(db: ScopedDb, { accountId, folderId, governingId }: Governing): Promise<void> {
  await queryRows(
    db,
    sql`with recursive below as (
      select "id" from "Folder" where "accountId" = ${accountId}::uuid and "id" = ${folderId}::uuid
      union all
      select f."id" from "Folder" f join below b on f."parentId" = b."id"
        where f."accountId" = ${accountId}::uuid and f."governingId" <> f."id")
    update "Folder" set "governingId" = ${governingId}::uuid, "viewOnly" = "viewOnly" and "id" = ${governingId}::uuid
      where "accountId" = ${accountId}::uuid and "id" in (select "id" from below) returning "id"`,
  );
}
