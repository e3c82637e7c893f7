import type { ScopedDb, Transaction } from "./scoped-db";

/** Takes the account's row until the end of the transaction: changes of its people follow one another. */
export async function lockAccount(db: ScopedDb, accountId: string): Promise<void> {
  await (db as Transaction).$queryRaw`select 1 from "Account" where "id" = ${accountId}::uuid for no key update`;
}
