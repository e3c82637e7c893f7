import type { ScopedDb, Transaction } from "./scoped-db";

/**
 * Whether an address, or the login behind a contact, belongs to staff, ignoring case and `+tag`.
 * The answer stays valid until the transaction ends: concurrent additions to the team wait.
 */
export async function isStaff(db: ScopedDb, email: string, personId: string | null = null): Promise<boolean> {
  const [row] = await (db as Transaction).$queryRaw<{ found: boolean }[]>`
    select portcullis_is_staff(${email}, ${personId}::uuid) as found`;
  return row?.found === true;
}

/** Those of the addresses that belong to staff, in one question. */
export async function staffAmong(db: ScopedDb, emails: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await (db as Transaction).$queryRaw<{ email: string }[]>`
    select "email" from unnest(${[...emails]}::text[]) "email" where portcullis_is_staff("email", null)`;
  return new Set(rows.map(({ email }) => email));
}
