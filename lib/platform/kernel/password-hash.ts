import { type Algorithm, hash, type Options, verify } from "@node-rs/argon2";

/** argon2id with 19 MiB, two passes and one lane: what OWASP asks for, some 20 ms of one core. */
const cost: Options = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * A hash of something that nobody knows, made with the same cost: verified where there is no password to verify, so
 * that the answer takes as long.
 */
export const decoyHash =
  "$argon2id$v=19$m=19456,t=2,p=1$Z/15cp+b6IGLGthA5mOhMQ$BnhF0VO2W85YxbdYY7dkUbQnYB+uKgvyDVZMScC6Y1k";

/** What is stored of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), cost);

/** Whether a password is the one behind `stored`. Without one the answer is no, after the same time. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const matches = await verify(stored ?? decoyHash, password.normalize("NFKC"));
  return stored !== null && matches;
}
