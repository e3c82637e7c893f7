import type { ScopedDb, Transaction } from "./scoped-db";

/** Holds the person's row as it is until the transaction ends: password, suspension and factors don't change meanwhile. */
export async function lockPerson(db: ScopedDb, personId: string): Promise<void> {
  await (db as Transaction).$queryRaw`select 1 from "Person" where "id" = ${personId}::uuid for share`;
}
