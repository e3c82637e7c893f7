import { z } from "zod";
import { defineCommand } from "@/lib/access/operation";
import { openSessions } from "./open-sessions";

/** Ends every session of the person. The one that asks stays unless `hereToo`. API tokens are revoked one by one. */
export const signOutEverywhere = defineCommand({
  name: "profile.sign-out-everywhere",
  permission: "profile.manage",
  scope: "self",
  summary: "Sign out every browser you are signed in with",
  input: z.object({ hereToo: z.boolean().default(false).describe("Sign out the session that asks as well") }),
  output: z.object({ ended: z.int() }),
  http: { method: "POST", path: "/me/sign-out-everywhere" },
  run: async (context, { hereToo }) => {
    const others = hereToo ? {} : { id: { not: context.actor.claimId } };
    const { count } = await context.db.session.updateMany({
      where: { ...openSessions(context), ...others },
      data: { revokedAt: context.realNow },
    });
    return { output: { ended: count }, audit: { summary: "Signed out everywhere" } };
  },
});
