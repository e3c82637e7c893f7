import { SESSION_DAYS } from "@/lib/identity/sign-in/session-cookie";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import type { Visitor } from "./visitor";

/** Opens a 30-day session and returns its token. Only the token's hash is stored. */
export async function openSession(db: ScopedDb, personId: string, visitor: Visitor): Promise<string> {
  const token = newSecretToken();
  const now = new Date();
  await db.session.createMany({
    data: {
      personId,
      tokenHash: hashToken(token),
      userAgent: visitor.userAgent,
      ip: visitor.ip,
      lastSeenAt: now,
      expiresAt: addDays(now, SESSION_DAYS),
    },
  });
  return token;
}
