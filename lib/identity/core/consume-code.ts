import { createHash } from "node:crypto";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { authenticatorStep } from "./authenticator-step";

/** What somebody proved to have. */
export type CodeUsed = "authenticator" | "recovery-code";

/** Whether it can only be a code of an authenticator app: those can be guessed, recovery codes can't. */
export const isAuthenticatorCode = (given: string): boolean => /^\d{6}$/.test(plain(given));

/** As people type codes: with spaces or dashes, in any case. */
export const plain = (given: string): string => given.replace(/[\s-]/g, "").toUpperCase();

export const hashRecoveryCode = (code: string): string => createHash("sha256").update(plain(code)).digest("hex");

/**
 * Uses up a code of the person's authenticator app, or one of their recovery codes. Null if it is wrong or was used before:
 * of many uses at once, the database lets one through.
 */
export async function consumeCode(db: ScopedDb, personId: string, given: string, now: Date): Promise<CodeUsed | null> {
  const used = isAuthenticatorCode(given)
    ? await consumeAuthenticatorCode(db, personId, plain(given), now)
    : await consumeRecoveryCode(db, personId, given, now);
  if (!used) return null;
  return isAuthenticatorCode(given) ? "authenticator" : "recovery-code";
}

async function consumeAuthenticatorCode(db: ScopedDb, personId: string, code: string, now: Date): Promise<boolean> {
  const confirmed = { personId, confirmedAt: { not: null } };
  const app = await db.authenticatorApp.findFirst({
    where: confirmed,
    select: { id: true, personId: true, secret: true },
  });
  const step = app && (await authenticatorStep(app, code, now));
  if (app === null || step === null) return false;
  const { count } = await db.authenticatorApp.updateMany({
    where: { ...confirmed, id: app.id, lastStep: { lt: step } },
    data: { lastStep: step, lastUsedAt: now },
  });
  return count === 1;
}

async function consumeRecoveryCode(db: ScopedDb, personId: string, given: string, now: Date): Promise<boolean> {
  const { count } = await db.recoveryCode.updateMany({
    where: { personId, codeHash: hashRecoveryCode(given), usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}
