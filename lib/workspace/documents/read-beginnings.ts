import { keysetSql, type SqlKey } from "@/lib/platform/db/keyset-sql";
import { queryRows } from "@/lib/platform/db/query-rows";
import { join, raw, type Sql, sql } from "@/lib/platform/db/sql";
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
 * seen by whoever sees the folder above it. The page is read in the order of an index, and only as far as it goes.
 */
export async function readBeginnings(context: Context<"account">, asked: Asked, topId: string | null) {
  const list = keysetSql("folders.list", keysOf(asked), asked);
  const places = [ownLists(context, topId), ...(topId === null ? [] : [inTop(context, topId)])];
  const counts = join(
    places.map(({ count }) => count),
    " + ",
  );
  const rowsOf = (part: Sql) => {
    const [own, ...inTheTop] = places.map(
      ({
        begins,
      }) => sql`(select f."id", f."name", f."parentId", f."governingId", f."createdAt", f."position", f."nameSearch",
        ${list.keys} as "keys" from "Folder" f where ${begins} and ${part} order by ${list.order} ${list.reach})`,
    );
    return inTheTop.reduce((all, more) => sql`${all} union all ${more}`, own as Sql);
  };
  const read = await Promise.all(
    list.parts.map((part, index) =>
      queryRows<Counted>(
        context.db,
        sql`select (${index === 0 ? counts : sql`0`}) as "total", (select json_agg(page order by page."place") from (
          select b.*, row_number() over (order by ${list.order}) as "place" from (${rowsOf(part)}) b
          order by "place" ${list.limit}) page) as "rows"`,
      ),
    ),
  );
  const rows = read.flat().flatMap((one) => one.rows ?? []);
  return list.page(
    rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt) })),
    read[0]?.[0]?.total ?? 0,
  );
}

/** Folders that are beginnings: as a condition on `f`, and how many there are. */
interface Place {
  readonly begins: Sql;
  readonly count: Sql;
}

/** For the page each folder above is asked about; for the count all of them at once, each a single time. */
function ownLists(context: Context<"account">, topId: string | null): Place {
  const below = topId === null ? sql`true` : sql`f."parentId" <> ${topId}::uuid`;
  const seen = sql`${living(context, "f")} and f."ownList" and ${below}`;
  const above = sql`select p."id" from "Folder" p where ${living(context, "p")}`;
  return {
    begins: sql`${seen} and not exists (${above} and p."id" = f."parentId")`,
    count: sql`(with seen as materialized (select f."parentId" from "Folder" f where ${seen}),
      above as materialized (${above} and p."id" in (select "parentId" from seen))
      select count(*)::int from (
        select from seen where not exists (select from above where above."id" = seen."parentId") limit ${COUNT_LIMIT}::int) counted)`,
  };
}

function inTop(context: Context<"account">, topId: string): Place {
  const begins = sql`${living(context, "f")} and f."parentId" = ${topId}::uuid`;
  const count = sql`(select count(*)::int from (select from "Folder" f where ${begins} limit ${COUNT_LIMIT}::int) counted)`;
  return { begins, count };
}

/** Folders that the viewer sees, without the one at the top. */
const living = (context: Context<"account">, table: "f" | "p"): Sql =>
  sql`${accessibleSql(context, "documents.view", table)} and ${raw(`${table}."deletedAt" is null and ${table}."parentId" is not null`)}`;

function keysOf({ sort, direction }: Asked): SqlKey[] {
  const by: SqlKey =
    sort === "name"
      ? { column: raw(`"nameSearch"`), direction }
      : { column: raw(`"position"`), type: "bigint", direction };
  return [by, { column: raw(`"id"`), type: "uuid", direction }];
}
