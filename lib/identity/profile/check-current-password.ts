import { passwordMatches } from "@/lib/platform/kernel/password-hash";
import { invalidField } from "@/lib/platform/kernel/problem";
import type { Context } from "@/lib/platform/operations/operation";
import { consume, type Limit, reset } from "@/lib/platform/operations/rate-limit";

/** Whoever found a browser signed in does not get to guess the password behind it. */
const currentPasswordLimit: Limit = { name: "current-password", points: 6, seconds: 15 * 60 };

/**
 * Throws `invalid` beside `currentPassword` unless it is the person's own, `too-many` after six wrong ones. What would
 * let somebody take the login over asks for it, session or not.
 */
export async function checkCurrentPassword(
  { actor, passwordHash }: Pick<Context, "actor" | "passwordHash">,
  given: string,
): Promise<void> {
  await consume(currentPasswordLimit, actor.personId);
  if (!(await passwordMatches(given, await passwordHash()))) {
    throw invalidField("currentPassword", "That is not your current password.");
  }
  await reset(currentPasswordLimit, actor.personId);
}
