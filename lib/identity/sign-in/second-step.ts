import { z } from "zod";
import { admitCode, settleCode } from "@/lib/identity/core/code-limits";
import { consumeCode } from "@/lib/identity/core/consume-code";
import { consumePasskey } from "@/lib/identity/core/consume-passkey";
import { passkeyOptionsFor } from "@/lib/identity/core/passkey-options";
import { passkeyResponse } from "@/lib/identity/core/passkey-response";
import { tellOfTwoFactor } from "@/lib/identity/core/tell-of-two-factor";
import { lockPerson } from "@/lib/platform/db/lock-person";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asIdentity } from "@/lib/platform/db/transaction";
import { networkOf } from "@/lib/platform/kernel/network-of";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { issue, msg } from "@/lib/platform/language/msg";
import { type Said, say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { logIdentity } from "./identity-log";
import { openSession } from "./open-session";
import { endPending, failPending, findPending, pendingOver } from "./pending-sign-in";
import { suspendedLogin } from "./sign-in";
import type { Visitor } from "./visitor";

export const codeInput = z.object({ code: z.string().min(1, issue("Enter a code.")).max(100) });

export const passkeyInput = z.object({ response: passkeyResponse });

/** What the page of the second step offers; null if the password has to be entered again. */
export async function findSecondStep(token: string): Promise<{ app: boolean; passkey: boolean } | null> {
  return asIdentity(async (db) => {
    const pending = await findPending(db, token, new Date());
    if (pending === null) return null;
    const where = { personId: pending.person.id };
    const [apps, passkeys] = await Promise.all([
      db.authenticatorApp.count({ where: { ...where, confirmedAt: { not: null } } }),
      db.passkey.count({ where }),
    ]);
    return { app: apps > 0, passkey: passkeys > 0 };
  });
}

/**
 * Finishes a sign-in with a code of the authenticator app, or a recovery code. Each works once: of many at the same time one
 * signs in. Returns the session's token. Throws `invalid` at `code`, `too-many`, or `conflict` if the password has to be
 * entered again.
 */
export async function signInWithCode(
  token: string,
  { code: given }: z.output<typeof codeInput>,
  visitor: Visitor,
): Promise<string> {
  const known = await asIdentity((db) => findPending(db, token, new Date()));
  if (known === null) throw pendingOver();
  const answer = { personId: known.person.id, place: networkOf(visitor.ip), given };
  await admitCode(answer);
  const session = await asIdentity(async (db) => {
    const now = new Date();
    const used = await consumeCode(db, known.person.id, given, now);
    if (used === null) return noteFailure(db, token, known.person, visitor, now);
    if (used === "recovery-code") await tellOfTwoFactor(db, known.person, recoveryCodeUsed, now);
    const summary =
      used === "recovery-code" ? say("Signed in with a recovery code") : say("Signed in with an authenticator app");
    return finish(db, { token, personId: known.person.id, summary, visitor, now });
  });
  if (session === null) throw invalidField("code", t("That code isn't right, or was used already."));
  await settleCode(answer);
  return session;
}

const recoveryCodeUsed = msg("One of your recovery codes was used to sign in. It won't work again.");

/** What the browser asks the authenticator for, at the second step. */
export const secondStepOptions = (token: string) =>
  asIdentity(async (db) => {
    const now = new Date();
    const pending = await findPending(db, token, now);
    if (pending === null) throw pendingOver();
    return passkeyOptionsFor(db, { personId: pending.person.id, purpose: "signIn" }, now);
  });

/** Finishes a sign-in with one of the person's passkeys. Returns the session's token. */
export async function signInWithFactorPasskey(
  token: string,
  { response }: z.output<typeof passkeyInput>,
  visitor: Visitor,
): Promise<string> {
  const session = await asIdentity(async (db) => {
    const now = new Date();
    const pending = await findPending(db, token, now);
    if (pending === null) throw pendingOver();
    const { person } = pending;
    const used = await consumePasskey(db, { response, purpose: "signIn", personId: person.id }, now);
    if (used === null) return noteFailure(db, token, person, visitor, now);
    const summary = say("Signed in with a passkey");
    return finish(db, { token, personId: person.id, summary, visitor, now });
  });
  if (session === null) throw new Problem("invalid", t("This passkey couldn't be used. Try again, or use a code."));
  return session;
}

interface Finished {
  readonly token: string;
  readonly personId: string;
  readonly summary: Said;
  readonly visitor: Visitor;
  readonly now: Date;
}

/**
 * Whoever ends the pending sign-in signs in, if they still may. A password that is changed meanwhile ends it, and so do all sessions:
 * the one that is opened here must not come after that, so it is read again under the lock.
 */
async function finish(db: ScopedDb, { token, personId, summary, visitor, now }: Finished): Promise<string> {
  await lockPerson(db, personId);
  const pending = await findPending(db, token, now);
  if (pending === null || !(await endPending(db, token, now))) throw pendingOver();
  const { person } = pending;
  if (person.suspendedAt !== null) throw suspendedLogin();
  await logIdentity(db, { act: "identity.sign-in", summary, person, ip: visitor.ip });
  return openSession(db, person.id, visitor);
}

interface Trying {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
}

/** Committed, so that it counts. Who knows the password but not the second step is reported to whose password it is. */
async function noteFailure(db: ScopedDb, token: string, person: Trying, { ip }: Visitor, now: Date): Promise<null> {
  const summary = say("Tried to sign in with the right password and a wrong second step");
  await logIdentity(db, { act: "identity.sign-in", outcome: "denied", summary, person, ip });
  if (await failPending(db, token, now)) await tellOfTwoFactor(db, person, wrongSecondStep, now);
  return null;
}

const wrongSecondStep = msg(
  "Someone entered your password and then several wrong codes. They were not signed in. If it wasn't you, change your password.",
);
