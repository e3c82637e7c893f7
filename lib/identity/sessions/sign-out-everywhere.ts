import { z } from "zod";
import { openSessions } from "@/lib/identity/core/open-sessions";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Ends all sessions of the person. Keeps the current one unless `hereToo`, and API tokens unless `tokensToo`. */
export const signOutEverywhere = defineCommand({
  name: "profile.sign-out-everywhere",
  permission: "profile.manage",
  scope: "self",
  summary: "Sign out all your sessions",
  activity: "sign out everywhere",
  input: z.object({
    hereToo: z.boolean().default(false).describe("Also sign out the current session"),
    tokensToo: z.boolean().default(false).describe("Also revoke all API tokens"),
  }),
  output: z.object({ ended: z.int(), revokedTokens: z.int() }),
  http: { method: "POST", path: "/me/sign-out-everywhere" },
  run: async (context, { hereToo, tokensToo }) => {
    const { db, actor, realNow: now } = context;
    const others = hereToo ? {} : { id: { not: actor.credentialId } };
    const { count: ended } = await db.session.updateMany({
      where: { ...openSessions(context), ...others },
      data: { revokedAt: now },
    });
    const tokens = { personId: actor.personId, revokedAt: null };
    const { count: revokedTokens } = tokensToo
      ? await db.apiToken.updateMany({ where: tokens, data: { revokedAt: now } })
      : { count: 0 };
    const summary = tokensToo ? say("Signed out everywhere and revoked all API tokens") : say("Signed out everywhere");
    return { output: { ended, revokedTokens }, audit: { summary } };
  },
});
