import { z } from "zod";
import { lockPerson } from "@/lib/platform/db/lock-person";
import { reportOutage } from "@/lib/platform/db/outage";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asIdentity } from "@/lib/platform/db/transaction";
import { boundedQueue } from "@/lib/platform/kernel/bounded-queue";
import { emailAddress } from "@/lib/platform/kernel/email-address";
import { givenPassword } from "@/lib/platform/kernel/new-password";
import { passwordMatches, requireHashingRoom } from "@/lib/platform/kernel/password-hash";
import { Problem } from "@/lib/platform/kernel/problem";
import { TimeBudget } from "@/lib/platform/kernel/time-budget";
import { msg } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { admitGuess, type GuessLimits, guessLimits, returnGuess, settleGuess } from "./guess-limits";
import { logIdentity } from "./identity-log";
import { openSession } from "./open-session";
import { openPending } from "./pending-sign-in";
import type { Visitor } from "./visitor";

export const signInInput = z.object({ email: emailAddress, password: givenPassword });

type SignInInput = z.output<typeof signInInput>;

/** The token of a session, or of a sign-in that waits for the second step. Each is for its own cookie. */
export type SignInStep = { readonly session: string } | { readonly pending: string };

/**
 * Checks a password. Opens a 30-day session, or for people with two-factor sign-in a pending one that waits for the second
 * step. An unknown address gets the same answer as a wrong password, after the same work. Throws `invalid` for either,
 * `too-many` for a guessing network or a flood, `refused` for a suspended login with the correct password, `unavailable` if
 * there is no answer in time.
 */
export async function beginSignIn(
  given: SignInInput,
  visitor: Visitor,
  limits: GuessLimits = guessLimits,
): Promise<SignInStep> {
  requireHashingRoom();
  return reportOutage(() => checkAndOpen(given, visitor, limits));
}

/** For clients that only know passwords: throws `refused` for people with two-factor sign-in. Returns a session's token. */
export async function signIn(given: SignInInput, visitor: Visitor, limits: GuessLimits = guessLimits): Promise<string> {
  const step = await beginSignIn(given, visitor, limits);
  if ("session" in step) return step.session;
  throw new Problem("refused", t("This login uses two-factor sign-in. Sign in on the sign-in page."));
}

/** A flood of sign-ins never uses more than this many of the ten database connections. */
const signingIn = boundedQueue({
  atOnce: 3,
  waiting: 12,
  longest: 2_000,
  refusal: msg("Too many people are signing in right now. Try again in a few seconds."),
});

/**
 * Sign-in answers within five seconds, whatever the database does, the wait at the server's gate included. The limit does
 * not cover hashing: on a busy machine the right password would fail for lack of CPU time, and retries would only make
 * it worse.
 */
const ANSWER_MS = 4_000;

async function checkAndOpen(given: SignInInput, visitor: Visitor, limits: GuessLimits): Promise<SignInStep> {
  const { email } = given;
  const time = new TimeBudget(ANSWER_MS);
  // A slowed-down attempt must not occupy a slot.
  await time.waitFor(() => admitGuess(limits, email, visitor.ip));
  try {
    return await check(given, visitor, limits, time);
  } catch (error) {
    const answered = error instanceof Problem && (error.code === "invalid" || error.code === "refused");
    if (!answered) await returnGuess(limits, email, visitor.ip);
    throw error;
  }
}

async function check(
  { email, password }: SignInInput,
  visitor: Visitor,
  limits: GuessLimits,
  time: TimeBudget,
): Promise<SignInStep> {
  const queued = <T>(work: () => Promise<T>) => time.waitFor(() => signingIn.run(work));
  const person = await queued(() =>
    asIdentity((db) => db.person.findUnique({ where: { email }, select: personSelect })),
  );
  const matches = await passwordMatches(password, person?.passwordHash ?? null);
  if (person === null || !matches || person.suspendedAt !== null) {
    const suspended = matches && person !== null;
    const summary = suspended
      ? say("Tried to sign in while suspended")
      : say("Tried to sign in with an incorrect password");
    const log = { act: "identity.sign-in", outcome: "denied", summary, person, ip: visitor.ip } as const;
    await queued(() => asIdentity((db) => logIdentity(db, log)));
    throw suspended ? suspendedLogin() : wrong();
  }
  return queued(async () => {
    await settleGuess(limits, email, visitor.ip);
    return asIdentity((db) => letIn(db, person, visitor));
  });
}

const personSelect = { id: true, name: true, passwordHash: true, suspendedAt: true } as const;

interface Proved {
  readonly id: string;
  readonly name: string;
  /** What the password was compared with. */
  readonly passwordHash: string | null;
}

/**
 * Hashing takes a while, in which the password can be changed or the first factor added. Both end all sessions, so one that is
 * opened afterwards must not have been earned before: they wait for this lock, or it for them.
 */
async function letIn(db: ScopedDb, person: Proved, visitor: Visitor): Promise<SignInStep> {
  await lockPerson(db, person.id);
  const { passwordHash, twoFactorSince } = await db.person.findUniqueOrThrow({
    where: { id: person.id },
    select: { passwordHash: true, twoFactorSince: true },
  });
  if (passwordHash !== person.passwordHash) throw wrong();
  if (twoFactorSince !== null) return { pending: await openPending(db, person.id) };
  await logIdentity(db, { act: "identity.sign-in", summary: say("Signed in"), person, ip: visitor.ip });
  return { session: await openSession(db, person.id, visitor) };
}

const wrong = () => new Problem("invalid", t("The email address or password is incorrect."));

export const suspendedLogin = () =>
  new Problem("refused", t("This login is suspended. Contact your account owner or our support."));
