import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { Problem } from "@/lib/platform/kernel/problem";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { t } from "@/lib/platform/language/t";

export const PENDING_MINUTES = 10;

/** Wrong answers after which the password is asked again. */
export const MOST_FAILURES = 5;

/** Remembers that a password was right, for ten minutes. Returns the token for the cookie; only its hash is stored. */
export async function openPending(db: ScopedDb, personId: string): Promise<string> {
  const token = newSecretToken();
  const expiresAt = addMinutes(new Date(), PENDING_MINUTES);
  await db.pendingSignIn.createMany({ data: { personId, tokenHash: hashToken(token), expiresAt } });
  return token;
}

const open = (token: string, now: Date) => ({
  tokenHash: hashToken(token),
  usedAt: null,
  expiresAt: { gt: now },
  failures: { lt: MOST_FAILURES },
});

const personColumns = {
  id: true,
  name: true,
  email: true,
  locale: true,
  suspendedAt: true,
  twoFactorSince: true,
} as const;

/** Null if the password has to be entered again. */
export function findPending(db: ScopedDb, token: string, now: Date) {
  return db.pendingSignIn.findFirst({
    where: open(token, now),
    select: { id: true, failures: true, person: { select: personColumns } },
  });
}

/** Ends it, once: of several right answers at the same time one signs in. */
export async function endPending(db: ScopedDb, token: string, now: Date): Promise<boolean> {
  const { count } = await db.pendingSignIn.updateMany({ where: open(token, now), data: { usedAt: now } });
  return count === 1;
}

/** Counts a wrong answer, and returns whether it was the last. */
export async function failPending(db: ScopedDb, token: string, now: Date): Promise<boolean> {
  await db.pendingSignIn.updateMany({ where: open(token, now), data: { failures: { increment: 1 } } });
  return (await findPending(db, token, now)) === null;
}

export const pendingOver = (): Problem =>
  new Problem("conflict", t("This sign-in has expired. Go back and enter your password again."));
