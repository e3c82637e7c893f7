import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asIdentity } from "@/lib/platform/db/transaction";
import { Problem } from "@/lib/platform/kernel/problem";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { t } from "@/lib/platform/language/t";

/**
 * Whose password a link can set, without using it; `first` if they have none yet. Null if it is used, expired or
 * unknown.
 */
export async function findPasswordReset(token: string): Promise<{ email: string; first: boolean } | null> {
  const reset = await asIdentity((db) => openReset(db, token));
  return reset && { email: reset.person.email, first: reset.person.passwordHash === null };
}

/** The reset behind a valid link, with the person. */
export async function openReset(db: ScopedDb, token: string) {
  return db.passwordReset.findFirst({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, person: { select: { id: true, name: true, email: true, locale: true, passwordHash: true } } },
  });
}

export const deadReset = (): Problem =>
  new Problem("conflict", t("This link has been used or has expired. Request a new one."));
