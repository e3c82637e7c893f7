import { passwordMatches } from "@/lib/platform/kernel/password-hash";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { consume, type Limit, reset } from "@/lib/platform/operations/rate-limit";

/** Someone at an unattended session must not be able to guess its password. */
const currentPasswordLimit: Limit = { name: "current-password", points: 6, seconds: 15 * 60 };

/**
 * Throws `invalid` at `currentPassword` unless it is correct, `too-many` after six wrong ones. Required for every change
 * that would allow taking over the login.
 */
export async function checkCurrentPassword(
  { actor, passwordHash }: Pick<Context, "actor" | "passwordHash">,
  given: string,
): Promise<void> {
  await consume(currentPasswordLimit, actor.personId);
  if (!(await passwordMatches(given, await passwordHash()))) {
    throw invalidField("currentPassword", t("The current password is incorrect."));
  }
  await reset(currentPasswordLimit, actor.personId);
}
