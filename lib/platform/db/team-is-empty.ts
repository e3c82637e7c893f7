import type { ScopedDb, Transaction } from "./scoped-db";

/** Whether nobody is on the staff team. Until the end of the transaction nobody else can join as the first. */
export async function teamIsEmpty(db: ScopedDb): Promise<boolean> {
  const [row] = await (db as Transaction).$queryRaw<{ empty: boolean }[]>`select portcullis_team_is_empty() as empty`;
  return row?.empty ?? false;
}
