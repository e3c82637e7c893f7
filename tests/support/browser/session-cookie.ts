import { sealSession, sessionCookieName } from "@/lib/access/session-cookie";
import { addDays } from "@/lib/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/kernel/secret-token";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";

/** A session of that person and the cookie of the browser it is in; the sign-in form has tests of its own. */
export async function sessionCookie(db: OwnerDatabase, email: string) {
  const { id: personId } = await db.person.findUniqueOrThrow({ where: { email }, select: { id: true } });
  const token = newSecretToken();
  const now = new Date();
  await db.session.create({
    data: {
      personId,
      tokenHash: hashToken(token),
      userAgent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0",
      ip: "192.0.2.1",
      expiresAt: addDays(now, 1),
    },
  });
  return {
    name: sessionCookieName(),
    value: await sealSession(token),
    url: process.env.PORTAL_TEST_URL ?? "",
    httpOnly: true,
    sameSite: "Lax" as const,
  };
}
