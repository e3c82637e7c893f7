import type { Context } from "@/lib/access/operation";
import { forgive, type Limit, spend } from "@/lib/access/rate-limit";
import { passwordMatches } from "@/lib/kernel/password-hash";
import { invalidField } from "@/lib/kernel/problem";

/** Whoever found a browser signed in does not get to guess the password behind it. */
const currentPasswordLimit: Limit = { name: "current-password", points: 6, seconds: 15 * 60 };

/**
 * Throws `invalid` beside `currentPassword` unless it is the person's own, `too-many` after six wrong ones. What would
 * let somebody take the login over asks for it, session or not.
 */
export async function checkCurrentPassword({ db, actor }: Pick<Context, "db" | "actor">, given: string): Promise<void> {
  await spend(currentPasswordLimit, actor.personId);
  const where = { id: actor.personId };
  const { passwordHash } = await db.person.findUniqueOrThrow({ where, select: { passwordHash: true } });
  if (!(await passwordMatches(given, passwordHash))) {
    throw invalidField("currentPassword", "That is not your current password.");
  }
  await forgive(currentPasswordLimit, actor.personId);
}
