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
  const [row] = await (db as Transaction).$queryRaw<KnownLogin[]>`select * from portcullis_login_of(${email})`;
  return row ?? null;
}
