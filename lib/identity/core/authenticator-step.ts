import { verify } from "otplib";
import { seal } from "@/lib/platform/keys/seal";
import { unseal } from "@/lib/platform/keys/unseal";
import { authenticatorSecret } from "./authenticator-secret";

interface Sealed {
  readonly id: string;
  readonly personId: string;
  readonly secret: string;
}

export const sealKey = (row: Omit<Sealed, "secret">, key: string): string => seal(authenticatorSecret, row, key);

export const openKey = (row: Sealed): string => unseal(authenticatorSecret, row, row.secret).toString("utf8");

/**
 * The time step that a code belongs to; null if it is wrong. A clock may be one step (30 seconds) off in either direction.
 * Which steps were used before is for the database to say.
 */
export async function authenticatorStep(row: Sealed, code: string, now: Date): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = await verify({ secret: openKey(row), token: code, epoch, epochTolerance: 30 });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}
