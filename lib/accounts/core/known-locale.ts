import type { ScopedDb } from "@/lib/platform/db/scoped-db";

/**
 * The locale of whoever signs in with an address; null if there is nobody, or nobody that may be known here: customers
 * see only the people of their own account, staff everybody.
 */
export async function knownLocale(db: ScopedDb, email: string): Promise<string | null> {
  const person = await db.person.findFirst({ where: { email }, select: { locale: true } });
  return person?.locale ?? null;
}
