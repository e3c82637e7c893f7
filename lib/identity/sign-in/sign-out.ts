import type { Credential } from "@/lib/platform/db/credential";
import { asIdentity } from "@/lib/platform/db/transaction";
import { say } from "@/lib/platform/language/say";
import { logIdentity } from "./identity-log";

/** Ends the session behind a credential, so that copies of the cookie stop working too. */
export async function signOut(credential: Credential | null, ip: string): Promise<void> {
  if (credential?.by !== "session") return;
  await asIdentity(async (db) => {
    const open = { tokenHash: credential.hash, revokedAt: null };
    const session = await db.session.findFirst({
      where: open,
      select: { person: { select: { id: true, name: true } } },
    });
    const { count } = await db.session.updateMany({ where: open, data: { revokedAt: new Date() } });
    if (session === null || count === 0) return;
    await logIdentity(db, { act: "identity.sign-out", summary: say("Signed out"), person: session.person, ip });
  });
}
