import { keysetSql, type SqlKey } from "@/lib/platform/db/keyset-sql";
import { queryRows } from "@/lib/platform/db/query-rows";
import { raw, type Sql, sql } from "@/lib/platform/db/sql";
import { COUNT_LIMIT } from "@/lib/platform/kernel/page";
import type { AskedPage } from "@/lib/platform/kernel/place-in-list";
import type { Direction } from "@/lib/platform/kernel/sort";
import { accessibleSql } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { FolderRow } from "./folder-record";

interface Asked extends AskedPage {
  readonly sort: "position" | "name";
  readonly direction: Direction;
}

type Beginning = Pick<FolderRow, "id" | "name" | "parentId" | "governingId" | "createdAt">;

interface Row extends Beginning {
  readonly keys: readonly string[];
}

interface Counted {
  readonly total: number;
  readonly rows: readonly Row[] | null;
}

/**
 * A page of the folders at which the viewer's access begins, and how many there are, in one statement: those in the folder at the
 * top, if they see it, and those with a list of their own whose folder above they don't see. What has no list of its own is
 * seen by whoever sees the folder above it. Each folder above is asked about once, however many begin in it.
 */
export async function readBeginnings(context: Context<"account">, asked: Asked, topId: string | null) {
  const list = keysetSql("folders.list", keysOf(asked), asked);
  const begins = beginnings(context, topId);
  const read = await Promise.all(
    list.parts.map((part) =>
      queryRows<Counted>(
        context.db,
        sql`with ${begins} select
          (select count(*)::int from (select from begins limit ${COUNT_LIMIT}::int) counted) as "total",
(select json_agg(page order by page."place") from (
            select b.*, f."name", f."governingId", f."createdAt" from (
              select "id", "parentId", ${list.keys} as "keys", row_number() over (order by ${list.order}) as "place"
              from begins where ${part} order by "place" ${list.limit}) b
            join "Folder" f on f."accountId" = ${context.account.id}::uuid and f."id" = b."id") page) as "rows"`,
      ),
    ),
  );
  const rows = read.flat().flatMap((one) => one.rows ?? []);
  return list.page(
    rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt) })),
    read[0]?.[0]?.total ?? 0,
  );
}

function beginnings(context: Context<"account">, topId: string | null): Sql {
  const place = topId === null ? sql`f."ownList"` : sql`(f."ownList" or f."parentId" = ${topId}::uuid)`;
  return sql`seen as materialized (
    select f."id", f."parentId", f."position", f."nameSearch" from "Folder" f
    where ${accessibleSql(context, "documents.view", "f")} and ${place} and f."deletedAt" is null and f."parentId" is not null),
  above as materialized (
    select p."id" from "Folder" p where ${accessibleSql(context, "documents.view", "p")} and p."deletedAt" is null
      and p."parentId" is not null and p."id" in (select "parentId" from seen)),
  begins as (select * from seen where not exists (select from above where above."id" = seen."parentId"))`;
}

function keysOf({ sort, direction }: Asked): SqlKey[] {
  const by: SqlKey =
    sort === "name"
      ? { column: raw(`"nameSearch"`), direction }
      : { column: raw(`"position"`), type: "bigint", direction };
  return [by, { column: raw(`"id"`), type: "uuid", direction }];
}
