import type { KnownContact } from "@/lib/accounts/core/known-contact";
import { authorIds } from "@/lib/platform/operations/held-contacts";
import type { Context } from "@/lib/platform/operations/operation";
import { readGrants } from "@/lib/platform/operations/read-grants";

/** Names of people whom a person invited or granted access, and who haven't joined yet. */
export async function leftOpenBy(context: Context, { personId }: KnownContact): Promise<string[]> {
  const { db, account } = context;
  if (account === null || personId === null) return [];
  const waiting = await readGrants(db, account.id, null);
  return waiting.filter((one) => authorIds(one).includes(personId)).map(({ name }) => name);
}
