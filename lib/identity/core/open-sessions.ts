import type { Context } from "@/lib/platform/operations/operation";

/** One's own sessions that still let somebody in. */
export const openSessions = ({ actor, realNow: now }: Pick<Context, "actor" | "realNow">) => ({
  personId: actor.personId,
  revokedAt: null,
  expiresAt: { gt: now },
});
