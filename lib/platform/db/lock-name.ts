import type { ScopedDb, Transaction } from "./scoped-db";

/** Waits while another transaction holds the same name. For things that have no row to lock yet. */
export async function lockName(db: ScopedDb, name: string): Promise<void> {
  await (db as Transaction).$queryRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))::text`;
}
