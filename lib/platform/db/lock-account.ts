import type { ScopedDb, Transaction } from "./scoped-db";

/** The accounts that a transaction has already locked, to avoid locking them again. */
const locked = new WeakMap<ScopedDb, Set<string>>();

/** Locks the account's row until the transaction ends, so that changes to its people and money are serialized. */
export async function lockAccount(db: ScopedDb, accountId: string): Promise<void> {
  const known = locked.get(db) ?? new Set();
  if (known.has(accountId)) return;
  await (db as Transaction).$queryRaw`select 1 from "Account" where "id" = ${accountId}::uuid for no key update`;
  locked.set(db, known.add(accountId));
}
