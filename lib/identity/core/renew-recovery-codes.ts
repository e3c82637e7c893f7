import { randomInt } from "node:crypto";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { hashRecoveryCode } from "./consume-code";

export const RECOVERY_CODES = 10;

/** Without letters and digits that look alike. 16 of them are 78 bits: too many to guess, even from the hash. */
const letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

/** Replaces the person's recovery codes by ten new ones. Only this answer ever shows them. */
export async function renewRecoveryCodes(db: ScopedDb, personId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  await db.recoveryCode.deleteMany({ where: { personId } });
  await db.recoveryCode.createMany({ data: codes.map((code) => ({ personId, codeHash: hashRecoveryCode(code) })) });
  return codes;
}

const newCode = (): string => Array.from({ length: 4 }, newGroup).join("-");

const newGroup = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
