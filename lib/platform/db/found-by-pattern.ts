import { queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";
import { sql } from "./sql";

/** What the database finds by index within an account: its `portcullis_found` has a query for each. */
export type FoundSource = "invoice" | "service" | "name" | "details";

/** More than are looked up one by one faster than a list's order finds a page of them. */
const MOST_FOUND = 1_000;

/**
 * The ids of the account's rows that match a LIKE pattern; null if there are more than a thousand. They only narrow a query down: row-level security and the permission's filter decide what is read of them.
 */
export async function foundByPattern(
  db: ScopedDb,
  sources: readonly FoundSource[],
  patterns: readonly string[],
): Promise<(source: FoundSource, pattern: string) => readonly string[] | null> {
  const ids = new Map<string, string[]>();
  if (patterns.length > 0) {
    const rows = await queryRows<{ source: FoundSource; pattern: string; id: string }>(
      db,
      sql`select "source", "pattern", "id" from portcullis_found(${sources}::text[], ${patterns}::text[], ${MOST_FOUND + 1}::int)`,
    );
    for (const [key, of] of Map.groupBy(rows, ({ source, pattern }) => `${source} ${pattern}`)) {
      ids.set(
        key,
        of.map(({ id }) => id),
      );
    }
  }
  return (source, pattern) => {
    const found = ids.get(`${source} ${pattern}`) ?? [];
    return found.length > MOST_FOUND ? null : [...new Set(found)];
  };
}
