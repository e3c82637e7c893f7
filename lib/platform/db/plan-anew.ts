import { queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";
import { sql } from "./sql";

/**
 * For the rest of the transaction, statements are planned for their own values. A named statement that has run five times
 * is otherwise planned for an average account, of which all rows can be read: of one a thousand times as large
 * they can't. It is sent with the next statement, which fails if it does.
 */
export function planAnew(db: ScopedDb): void {
  plan(db, "force_custom_plan");
}

/** The same for `work` alone, within a request whose other statements share their plans. */
export async function plannedAnew<T>(db: ScopedDb, work: () => Promise<T>): Promise<T> {
  planAnew(db);
  const done = await work();
  plan(db, "auto");
  return done;
}

function plan(db: ScopedDb, mode: "auto" | "force_custom_plan"): void {
  queryRows(db, sql`select set_config('plan_cache_mode', ${mode}, true)`).catch(() => {});
}
