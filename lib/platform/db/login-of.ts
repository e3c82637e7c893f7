import type { ScopedDb, Transaction } from "./scoped-db";

/** A login, as staff may know it. */
export interface KnownLogin {
  readonly id: string;
  readonly name: string;
  readonly hasPassword: boolean;
  /** The address is confirmed. */
  readonly verified: boolean;
  readonly suspended: boolean;
}

/** The login with this address; null if there is none. */
export async function loginOf(db: ScopedDb, email: string): Promise<KnownLogin | null> {
  return (await loginsOf(db, [email])).get(email) ?? null;
}

/** Logins by address, of those that have one. */
export async function loginsOf(db: ScopedDb, emails: readonly string[]): Promise<ReadonlyMap<string, KnownLogin>> {
  const rows = await (db as Transaction).$queryRaw<(KnownLogin & { address: string })[]>`
    select given.address, l.* from unnest(${[...emails]}::text[]) as given (address), portcullis_login_of(given.address) l`;
  return new Map(rows.map(({ address, ...login }) => [address, login]));
}
