import type { Context } from "@/lib/platform/operations/operation";

/** The person's sessions that are still valid. */
export const openSessions = ({ actor, realNow: now }: Pick<Context, "actor" | "realNow">) => ({
  personId: actor.personId,
  revokedAt: null,
  expiresAt: { gt: now },
});
