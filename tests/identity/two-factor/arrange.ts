import { randomUUID } from "node:crypto";
import { generate, generateSecret } from "otplib";
import { sealKey } from "@/lib/identity/core/authenticator-step";
import { hashRecoveryCode } from "@/lib/identity/core/consume-code";
import type { TestPortal } from "@/tests/fixtures/portal";

/** Gives a person an authenticator app, and returns its key. */
export async function withAuthenticator({ owner }: TestPortal, email: string): Promise<string> {
  const { id: personId } = await owner.person.findUniqueOrThrow({ where: { email } });
  const secret = generateSecret();
  const row = { id: randomUUID(), personId };
  await owner.authenticatorApp.deleteMany({ where: { personId } });
  await owner.authenticatorApp.create({
    data: { ...row, secret: sealKey(row, secret), confirmedAt: new Date("2026-01-01T00:00:00Z") },
  });
  return secret;
}

/** Gives a person with a factor one recovery code. */
export async function withRecoveryCode({ owner }: TestPortal, email: string): Promise<string> {
  const { id: personId } = await owner.person.findUniqueOrThrow({ where: { email } });
  const code = `TEST-${randomUUID().slice(0, 4)}-${randomUUID().slice(0, 4)}-CODE`.toUpperCase();
  await owner.recoveryCode.create({ data: { personId, codeHash: hashRecoveryCode(code) } });
  return code;
}

export async function withoutFactors({ owner }: TestPortal, email: string): Promise<void> {
  const { id: personId } = await owner.person.findUniqueOrThrow({ where: { email } });
  await owner.authenticatorApp.deleteMany({ where: { personId } });
  await owner.passkey.deleteMany({ where: { personId } });
  await owner.rateLimit.deleteMany();
}

/** What the app shows so many time steps from now. */
export const codeOf = (secret: string, steps = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });

/** A code that is wrong at this moment. */
export async function wrongCode(secret: string): Promise<string> {
  const right = await Promise.all([-2, -1, 0, 1, 2].map((steps) => codeOf(secret, steps)));
  return ["000000", "111111", "222222", "333333", "444444", "555555"].find((code) => !right.includes(code)) ?? "";
}
