import type { ScopedDb, Transaction } from "./scoped-db";
import { raw, type Sql, sql } from "./sql";

const SIZE = 500;

/**
 * Reads a query's rows a few hundred at a time, through a cursor: in one order from one state of the database, and with
 * constant memory.
 *
 * @param name of the cursor: one per query, because the statement that reads it is prepared once
 * @param most of the rows that are read, the first of them; undefined or infinite for all
 */
export async function* readRows<Row>(db: ScopedDb, name: string, query: Sql, most?: number): AsyncGenerator<Row[]> {
  const tx = db as Transaction;
  const cursor = raw(`"${name}"`);
  await tx.$executeRaw`declare ${cursor} no scroll cursor without hold for ${limited(query, most)}`;
  try {
    for (;;) {
      const rows = await tx.$queryRaw<Row[]>(sql`fetch forward ${raw(String(SIZE))} from ${cursor}`);
      if (rows.length > 0) yield rows;
      if (rows.length < SIZE) return;
    }
  } finally {
    // In a transaction that has failed nothing can be closed, and everything ends with it.
    await tx.$executeRaw`close ${cursor}`.catch(() => {});
  }
}

const limited = (query: Sql, most = Number.POSITIVE_INFINITY): Sql =>
  Number.isFinite(most) ? sql`${query} limit ${most}::int` : query;
