import { availableParallelism } from "node:os";
import { type Algorithm, hash, type Options, verify } from "@node-rs/argon2";
import { msg } from "@/lib/platform/language/msg";
import { boundedQueue } from "./bounded-queue";

/** argon2id with 19 MiB, two passes and one lane: OWASP's recommendation, about 20 ms of one core. */
const cost: Options = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * A hash of a random password at the same cost: verified where there is no password, so
 * that the response takes as long.
 */
export const decoyHash =
  "$argon2id$v=19$m=19456,t=2,p=1$Z/15cp+b6IGLGthA5mOhMQ$BnhF0VO2W85YxbdYY7dkUbQnYB+uKgvyDVZMScC6Y1k";

/**
 * Hashing is the expensive part of a flood of sign-ins. One core is left free, and so are threads of the pool that
 * reads files and resolves host names. Callers who would wait for more than about a second are told to retry.
 */
const hashing = boundedQueue({
  atOnce: Math.max(1, Math.min(3, availableParallelism() - 1)),
  waiting: 30,
  longest: 2_000,
  refusal: msg("Too many passwords are being checked right now. Try again in a few seconds."),
});

/** Whether a password would be rejected now for lack of capacity: checked before any other work. */
export const requireHashingRoom = (): void => hashing.requireRoom();

/** The stored form of a password. Throws `too-many` if too many are waiting. */
export const hashPassword = (password: string): Promise<string> =>
  hashing.run(() => hash(password.normalize("NFKC"), cost));

/** Whether a password matches `stored`. Without one the answer is no, after the same time. Throws `too-many`. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const matches = await hashing.run(() => verify(stored ?? decoyHash, password.normalize("NFKC")));
  return stored !== null && matches;
}
