import type { PasskeyPurpose } from "@/lib/platform/db/generated/enums";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";

const CHALLENGE_MINUTES = 5;

interface Wanted {
  /** Null for signing in with a passkey alone. */
  readonly personId: string | null;
  readonly purpose: PasskeyPurpose;
  readonly name?: string;
}

/** A new challenge for an authenticator to sign, base64url. */
export async function openChallenge(db: ScopedDb, wanted: Wanted, now: Date): Promise<string> {
  const challenge = newSecretToken();
  await db.passkeyChallenge.createMany({
    data: { ...wanted, challengeHash: hashToken(challenge), expiresAt: addMinutes(now, CHALLENGE_MINUTES) },
  });
  return challenge;
}

/**
 * Uses up the challenge that a response answers; null if this portal didn't open it for this purpose and person, it was used
 * before, or has expired. A response that turns out to be wrong has used it up as well.
 */
export async function takeChallenge(
  db: ScopedDb,
  { challenge, purpose, personId }: Omit<Wanted, "name"> & { readonly challenge: string },
  now: Date,
): Promise<{ readonly name: string | null } | null> {
  const where = { challengeHash: hashToken(challenge), purpose, personId, expiresAt: { gt: now } };
  const row = await db.passkeyChallenge.findFirst({ where, select: { id: true, name: true } });
  if (row === null) return null;
  const { count } = await db.passkeyChallenge.deleteMany({ where: { ...where, id: row.id } });
  return count === 1 ? { name: row.name } : null;
}

/** The challenge that a response says it answers. */
export function challengeIn(clientDataJSON: string): string | null {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8")) as {
      challenge?: unknown;
    };
    return typeof challenge === "string" ? challenge : null;
  } catch {
    return null;
  }
}
