import { connectionOf, queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";
import { sql } from "./sql";

/** How many in a transaction want their statements planned for their own values: until the last of them, or to its end. */
const wanting = new WeakMap<object, number>();

/**
 * For the rest of the transaction, statements are planned for their own values. A named statement that has run five times
 * is otherwise planned for an average account, of which all rows can be read: of one a thousand times as large
 * they can't. It is sent with the next statement, which fails if it does.
 */
export function planAnew(db: ScopedDb): void {
  count(db, 1);
  plan(db, "force_custom_plan");
}

/** The same for `work` alone, within a request whose other statements share their plans, unless others asked for it as well. */
export async function plannedAnew<T>(db: ScopedDb, work: () => Promise<T>): Promise<T> {
  planAnew(db);
  const done = await work();
  if (count(db, -1) === 0) plan(db, "auto");
  return done;
}

/**
 * For the rest of the transaction, a list is read in the order of an index as far as its page and count go, and not found and sorted: of
 * what many rows have. Under row-level security PostgreSQL can't know how many that are, and expects next to none.
 */
export function readInOrder(db: ScopedDb): void {
  set(db, "enable_sort", "off");
}

function count(db: ScopedDb, change: 1 | -1): number {
  const transaction = connectionOf(db) ?? db;
  const now = (wanting.get(transaction) ?? 0) + change;
  wanting.set(transaction, now);
  return now;
}

const plan = (db: ScopedDb, mode: "auto" | "force_custom_plan"): void => set(db, "plan_cache_mode", mode);

function set(db: ScopedDb, setting: string, value: string): void {
  queryRows(db, sql`select set_config(${setting}, ${value}, true)`).catch(() => {});
}
