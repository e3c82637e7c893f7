import { authorIds } from "@/lib/accounts/core/held-contacts";
import type { KnownContact } from "@/lib/accounts/core/known-contact";
import { readGrants } from "@/lib/accounts/core/read-grants";
import type { Context } from "@/lib/platform/operations/operation";

/** Names of those whom a person has invited or given something to, and who have not joined yet. */
export async function leftOpenBy(context: Context, { personId }: KnownContact): Promise<string[]> {
  const { db, account } = context;
  if (account === null || personId === null) return [];
  const waiting = await readGrants(db, account.id, null);
  return waiting.filter((one) => authorIds(one).includes(personId)).map(({ name }) => name);
}
