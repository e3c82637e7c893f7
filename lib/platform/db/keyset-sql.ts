import { join, raw, type Sql, sql } from "@/lib/platform/db/sql";
import type { Condition, Key } from "@/lib/platform/kernel/keyset";
import { type AskedPage, placeInList } from "@/lib/platform/kernel/place-in-list";
import type { Direction } from "@/lib/platform/kernel/sort";

/** A column that a query is sorted by. */
export interface SqlKey {
  readonly column: Sql;
  /** PostgreSQL's type of it, unless it is text: a cursor holds values as text. */
  readonly type?: "uuid" | "bigint" | "timestamptz" | Sql;
  readonly direction: Direction;
  readonly nulls?: "first" | "last";
}

/** A page of a list that is read in SQL, sorted by `keys`; the last of them tell rows apart. */
export function keysetSql(name: string, keys: readonly SqlKey[], asked: AskedPage) {
  const plain = keys.map(
    ({ column, direction, nulls }): Key => ({ path: [column.sql], direction, nulls: nulls ?? null }),
  );
  const { parts, back, slice, result } = placeInList(name, plain, asked);
  const order = join(keys.map((key) => sql`${key.column} ${raw(directionOf(key, back))}`));
  const ofKey = new Map(plain.map((key, place) => [key, keys[place] as SqlKey]));
  return {
    /** What each row has to return as `keys`. */
    keys: sql`array[${join(keys.map(({ column }) => sql`(${column})::text`))}]`,
    /** The conditions on the parts of the page, which follow each other. */
    parts: parts.map((part) => join([sql`true`, ...part.map((one) => conditionOf(one, ofKey))], " and ")),
    order,
    limit: sql`limit ${slice.take} offset ${slice.skip}`,
    /** What the page can need of each of several sources that are put together. */
    reach: sql`limit ${slice.skip + slice.take}`,
    page: <Row extends { readonly keys: readonly (string | null)[] }>(found: readonly Row[], counted: number) =>
      result(found, counted, (row) => row.keys),
  };
}

function directionOf({ direction, nulls }: SqlKey, back: boolean): string {
  const isUp = (direction === "asc") !== back;
  const place = nulls && ((nulls === "first") !== back ? "first" : "last");
  return `${isUp ? "asc" : "desc"}${place ? ` nulls ${place}` : ""}`;
}

const operators = { equal: "=", greater: ">", atLeast: ">=", less: "<", atMost: "<=" } as const;

function conditionOf({ key, is, value }: Condition, ofKey: ReadonlyMap<Key, SqlKey>): Sql {
  const { column, type = "text" } = ofKey.get(key) as SqlKey;
  if (is === "present") return sql`${column} is not null`;
  if (value === null) return sql`${column} is null`;
  return sql`${column} ${raw(operators[is])} ${String(value)}::${typeof type === "string" ? raw(type) : type}`;
}
