import type { Credential } from "@/lib/platform/db/credential";
import { asIdentity } from "@/lib/platform/db/transaction";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { openSession } from "./open-session";

/**
 * Opens a session without a password, for scripts on the portal's own machine, which can read the database anyway.
 * Null if nobody has the address. End it with `signOut`.
 */
export async function openSessionFor(email: string): Promise<Credential | null> {
  return asIdentity(async (db) => {
    const person = await db.person.findUnique({ where: { email }, select: { id: true } });
    if (person === null) return null;
    const token = await openSession(db, person.id, { ip: "local", userAgent: "portcullis-command" });
    return { by: "session", hash: hashToken(token) };
  });
}
