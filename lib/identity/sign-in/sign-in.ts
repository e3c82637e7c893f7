import { z } from "zod";
import { reportOutage } from "@/lib/platform/db/outage";
import { asIdentity } from "@/lib/platform/db/transaction";
import { boundedQueue } from "@/lib/platform/kernel/bounded-queue";
import { emailAddress } from "@/lib/platform/kernel/email-address";
import { givenPassword } from "@/lib/platform/kernel/new-password";
import { passwordMatches, requireHashingRoom } from "@/lib/platform/kernel/password-hash";
import { Problem } from "@/lib/platform/kernel/problem";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { admitGuess, type GuessLimits, guessLimits, returnGuess, settleGuess } from "./guess-limits";
import { logIdentity } from "./identity-log";
import { openSession } from "./open-session";
import type { Visitor } from "./visitor";

export const signInInput = z.object({ email: emailAddress, password: givenPassword });

type SignInInput = z.output<typeof signInInput>;

/**
 * Opens a session of 30 days and hands back its token, for the cookie. An unknown address gets the same answer as a
 * wrong password, after the same work. Throws `invalid` for either, `too-many` for a network that guesses or a flood,
 * `refused` for a suspended login whose password was right, `unavailable` where there is no answer in time.
 */
export async function signIn(given: SignInInput, visitor: Visitor, limits: GuessLimits = guessLimits): Promise<string> {
  requireHashingRoom();
  return reportOutage(() => withDeadline(ANSWER_MS, checkAndOpen(given, visitor, limits)));
}

/** Of the ten connections to the database a flood of sign-ins never has more than these. */
const signingIn = boundedQueue({
  atOnce: 3,
  waiting: 12,
  longest: 2_000,
  refusal: "Too many people are signing in right now. Try again in a few seconds.",
});

/** Whatever the database does, whoever signs in is told within five seconds, the wait at the server's gate included. */
const ANSWER_MS = 4_000;

async function checkAndOpen(given: SignInInput, visitor: Visitor, limits: GuessLimits): Promise<string> {
  const { email } = given;
  await admitGuess(limits, email, visitor.ip);
  try {
    // Not while a guess is being slowed down: whoever waits for nothing takes nobody's place.
    return await signingIn.run(() => check(given, visitor, limits));
  } catch (error) {
    const answered = error instanceof Problem && (error.code === "invalid" || error.code === "refused");
    if (!answered) await returnGuess(limits, email, visitor.ip);
    throw error;
  }
}

async function check({ email, password }: SignInInput, visitor: Visitor, limits: GuessLimits): Promise<string> {
  const person = await asIdentity((db) => db.person.findUnique({ where: { email }, select: personSelect }));
  const matches = await passwordMatches(password, person?.passwordHash ?? null);
  if (person === null || !matches || person.suspendedAt !== null) {
    const suspended = matches && person !== null;
    const summary = suspended ? "Tried to sign in while suspended" : "Tried to sign in with a wrong password";
    const log = { act: "identity.sign-in", outcome: "denied", summary, person, ip: visitor.ip } as const;
    await asIdentity((db) => logIdentity(db, log));
    throw suspended ? suspendedLogin() : wrong();
  }
  await settleGuess(limits, email, visitor.ip);
  return asIdentity(async (db) => {
    await logIdentity(db, { act: "identity.sign-in", summary: "Signed in", person, ip: visitor.ip });
    return openSession(db, person.id, visitor);
  });
}

const personSelect = { id: true, name: true, passwordHash: true, suspendedAt: true } as const;

const wrong = () => new Problem("invalid", "The email address or the password is not right.");

const suspendedLogin = () =>
  new Problem("refused", "This login is suspended. Write to the owner of your account, or to our support.");
