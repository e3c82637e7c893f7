import type { ScopedDb, Transaction } from "./scoped-db";

/** The accounts that a transaction has locked already: whoever asks again need not ask the database. */
const locked = new WeakMap<ScopedDb, Set<string>>();

/** Takes the account's row until the end of the transaction: changes of its people and its money follow one another. */
export async function lockAccount(db: ScopedDb, accountId: string): Promise<void> {
  const known = locked.get(db) ?? new Set();
  if (known.has(accountId)) return;
  await (db as Transaction).$queryRaw`select 1 from "Account" where "id" = ${accountId}::uuid for no key update`;
  locked.set(db, known.add(accountId));
}
