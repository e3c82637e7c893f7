import type { z } from "zod";
import { consumePasskey } from "@/lib/identity/core/consume-passkey";
import { passkeyOptionsFor } from "@/lib/identity/core/passkey-options";
import { asIdentity } from "@/lib/platform/db/transaction";
import { networkOf } from "@/lib/platform/kernel/network-of";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { consume, type Limit } from "@/lib/platform/operations/rate-limit";
import { logIdentity } from "./identity-log";
import { openSession } from "./open-session";
import type { passkeyInput } from "./second-step";
import { suspendedLogin } from "./sign-in";
import type { Visitor } from "./visitor";

/** Each row is small and short-lived; this keeps one network from making many. */
const challengeLimit: Limit = { name: "passkey-sign-in", points: 60, seconds: 15 * 60 };

/** What the browser asks for when it isn't known who signs in: any passkey for this portal. The same for everyone. */
export async function passkeySignInOptions(visitor: Visitor) {
  await consume(challengeLimit, networkOf(visitor.ip));
  return asIdentity((db) => passkeyOptionsFor(db, { personId: null, purpose: "signIn" }, new Date()));
}

/**
 * Signs in with a passkey alone: it is something the person has, and it has checked their finger, face or PIN, so it is both
 * steps. Returns the session's token.
 */
export async function signInWithPasskey(
  { response }: z.output<typeof passkeyInput>,
  visitor: Visitor,
): Promise<string> {
  const session = await asIdentity(async (db) => {
    const now = new Date();
    const used = await consumePasskey(db, { response, purpose: "signIn", personId: null }, now);
    if (used === null) return null;
    const select = { id: true, name: true, suspendedAt: true } as const;
    const person = await db.person.findUniqueOrThrow({ where: { id: used.personId }, select });
    if (person.suspendedAt !== null) throw suspendedLogin();
    const summary = say("Signed in with a passkey");
    await logIdentity(db, { act: "identity.sign-in", summary, person, ip: visitor.ip });
    return openSession(db, person.id, visitor);
  });
  if (session === null) {
    throw new Problem("invalid", t("This passkey couldn't be used. Sign in with your password instead."));
  }
  return session;
}
