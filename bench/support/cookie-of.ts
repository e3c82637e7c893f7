import { sealSession, sessionCookieName } from "@/lib/identity/sign-in/session-cookie";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";

/** The cookie of a session opened for someone without signing in. */
export async function cookieOf(db: OwnerDatabase, email: string): Promise<string> {
  const { id: personId } = await db.person.findUniqueOrThrow({ where: { email } });
  const token = newSecretToken();
  const expiresAt = addDays(new Date(), 1);
  await db.session.create({
    data: { personId, tokenHash: hashToken(token), userAgent: "bench", ip: "192.0.2.1", expiresAt },
  });
  return `${sessionCookieName()}=${await sealSession(token)}`;
}
