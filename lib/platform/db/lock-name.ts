import type { ScopedDb, Transaction } from "./scoped-db";

/** Whoever takes the same name waits until the transaction of the one before ends. For what no row stands for yet. */
export async function lockName(db: ScopedDb, name: string): Promise<void> {
  await (db as Transaction).$queryRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))::text`;
}
