import type { Context } from "@/lib/access/operation";

/** One's own sessions that still let somebody in. */
export const openSessions = ({ actor, now }: Pick<Context, "actor" | "now">) => ({
  personId: actor.personId,
  revokedAt: null,
  expiresAt: { gt: now },
});
