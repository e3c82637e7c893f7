import type { ScopedDb, Transaction } from "./scoped-db";

/**
 * Names of the accounts that a person has access to as a contact, or is invited to, by login or address.
 * The answer stays valid until the transaction ends: concurrent invitations wait.
 */
export async function customerAccounts(db: ScopedDb, email: string, personId: string | null = null): Promise<string[]> {
  const rows = await (db as Transaction).$queryRaw<{ name: string }[]>`
    select name from portcullis_customer_accounts(${email}, ${personId}::uuid) as name`;
  return rows.map(({ name }) => name);
}
