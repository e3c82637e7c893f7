import type { z } from "zod";
import { openSessions } from "@/lib/identity/core/open-sessions";
import { renewRecoveryCodes } from "@/lib/identity/core/renew-recovery-codes";
import { tellOfTwoFactor } from "@/lib/identity/core/tell-of-two-factor";
import type { Sentence } from "@/lib/platform/language/msg";
import type { Context } from "@/lib/platform/operations/operation";
import type { factorAdded } from "./schema";

/**
 * What follows a new factor. With the first one, recovery codes are made and all other sessions end: they were opened with a
 * password alone. Call it with the answer of `hasFactor` from before.
 */
export async function afterNewFactor(
  context: Context,
  { hadFactor, what }: { readonly hadFactor: boolean; readonly what: Sentence },
): Promise<z.input<typeof factorAdded>> {
  const { db, actor, realNow: now } = context;
  await tellOfTwoFactor(db, actor, what, now);
  if (hadFactor) return { recoveryCodes: null, endedSessions: 0 };
  const recoveryCodes = await renewRecoveryCodes(db, actor.personId);
  const { count: endedSessions } = await db.session.updateMany({
    where: { ...openSessions(context), id: { not: actor.credentialId } },
    data: { revokedAt: now },
  });
  return { recoveryCodes, endedSessions };
}

/** Whether the person has a factor already. The name is locked, so that of two first ones one is the second. */
export async function hasFactor({ db, actor }: Pick<Context, "db" | "actor">): Promise<boolean> {
  const where = { id: actor.personId };
  const { twoFactorSince } = await db.person.findUniqueOrThrow({ where, select: { twoFactorSince: true } });
  return twoFactorSince !== null;
}
