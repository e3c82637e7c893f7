import { z } from "zod";
import { SESSION_DAYS } from "@/lib/access/session-cookie";
import { asIdentity } from "@/lib/db/door";
import { addDays } from "@/lib/kernel/dates";
import { emailAddress } from "@/lib/kernel/email-address";
import { passwordMatches } from "@/lib/kernel/password-hash";
import { Problem } from "@/lib/kernel/problem";
import { hashToken, newSecretToken } from "@/lib/kernel/secret-token";
import { admitGuess, type GuessLimits, guessLimits, settleGuess } from "./guess-limits";
import { logIdentity } from "./identity-log";
import type { Visitor } from "./visitor";

export const signInInput = z.object({
  email: emailAddress,
  password: z.string().min(1, "Write your password.").max(200, "That is longer than any password here."),
});

/**
 * Opens a session of 30 days and hands back its token, for the cookie. An unknown address gets the same answer as a
 * wrong password, after the same work. Throws `invalid` for either, `too-many` for a network that guesses, `refused`
 * for a suspended login whose password was right.
 */
export async function signIn(
  { email, password }: z.output<typeof signInInput>,
  visitor: Visitor,
  limits: GuessLimits = guessLimits,
): Promise<string> {
  await admitGuess(limits, email, visitor.ip);
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
  return openSession(person, visitor);
}

const personSelect = { id: true, name: true, passwordHash: true, suspendedAt: true } as const;

const wrong = () => new Problem("invalid", "The email address or the password is not right.");

const suspendedLogin = () =>
  new Problem("refused", "This login is suspended. Write to the owner of your account, or to our support.");

async function openSession(person: { id: string; name: string }, visitor: Visitor): Promise<string> {
  const token = newSecretToken();
  const now = new Date();
  await asIdentity(async (db) => {
    await db.session.createMany({
      data: {
        personId: person.id,
        tokenHash: hashToken(token),
        userAgent: visitor.userAgent,
        ip: visitor.ip,
        lastSeenAt: now,
        expiresAt: addDays(now, SESSION_DAYS),
      },
    });
    await logIdentity(db, { act: "identity.sign-in", summary: "Signed in", person, ip: visitor.ip });
  });
  return token;
}
