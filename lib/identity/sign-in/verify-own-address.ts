import type { ScopedDb } from "@/lib/platform/db/scoped-db";

interface Verified {
  readonly personId: string;
  readonly email: string;
  readonly now: Date;
}

/**
 * Confirms `email` for a person who received a link there: marks their login and contacts with that address as verified.
 * Does nothing if their address has changed since. Returns whether it was theirs.
 */
export async function verifyOwnAddress(db: ScopedDb, { personId, email, now }: Verified): Promise<boolean> {
  const person = await db.person.findFirst({ where: { id: personId, email }, select: { emailVerifiedAt: true } });
  if (person === null) return false;
  if (person.emailVerifiedAt === null) {
    await db.person.updateMany({ where: { id: personId, email }, data: { emailVerifiedAt: now } });
  }
  await db.contact.updateMany({ where: { personId, email, emailVerifiedAt: null }, data: { emailVerifiedAt: now } });
  return true;
}
