import { z } from "zod";
import { tellOfTwoFactor } from "@/lib/identity/core/tell-of-two-factor";
import { notFound } from "@/lib/platform/kernel/problem";
import { msg } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { requireSession } from "./require-session";

/** Removes the authenticator app. With the last factor the recovery codes end too, by the database. */
export const removeAuthenticator = defineCommand({
  name: "profile.remove-authenticator",
  permission: "profile.manage",
  scope: "self",
  summary: "Remove your authenticator app",
  activity: "remove an authenticator app",
  stepUp: "always",
  input: z.object({}),
  output: z.object({ removed: z.boolean() }),
  http: { method: "DELETE", path: "/me/two-factor/authenticator" },
  run: async (context) => {
    requireSession(context);
    const { db, actor, realNow: now } = context;
    const where = { personId: actor.personId, confirmedAt: { not: null } };
    const { count } = await db.authenticatorApp.deleteMany({ where });
    if (count === 0) throw notFound(t("You don't use an authenticator app."));
    await tellOfTwoFactor(db, actor, msg("Your authenticator app was removed from your login."), now);
    return { output: { removed: true }, audit: { summary: say("Removed their authenticator app") } };
  },
});
