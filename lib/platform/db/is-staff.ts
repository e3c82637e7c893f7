import type { ScopedDb, Transaction } from "./scoped-db";

/**
 * Whether an address, or the login behind a contact, belongs to one of staff, whatever case or `+tag` it is written
 * with. The answer stays true until the transaction ends: whoever joins the team meanwhile waits.
 */
export async function isStaff(db: ScopedDb, email: string, personId: string | null = null): Promise<boolean> {
  const [row] = await (db as Transaction).$queryRaw<{ found: boolean }[]>`
    select portcullis_is_staff(${email}, ${personId}::uuid) as found`;
  return row?.found === true;
}
