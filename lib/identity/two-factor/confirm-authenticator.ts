import { z } from "zod";
import { authenticatorStep } from "@/lib/identity/core/authenticator-step";
import { admitCode, settleCode } from "@/lib/identity/core/code-limits";
import { plain } from "@/lib/identity/core/consume-code";
import { lockName } from "@/lib/platform/db/lock-name";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { issue, msg } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { afterNewFactor, hasFactor } from "./first-factor";
import { requireSession } from "./require-session";
import { factorAdded } from "./schema";
import { SETUP_MINUTES } from "./view-authenticator-setup";

/** Confirms an authenticator app with a code it shows. From then on, signing in needs one. */
export const confirmAuthenticator = defineCommand({
  name: "profile.confirm-authenticator",
  permission: "profile.manage",
  scope: "self",
  summary: "Confirm your authenticator app with a code it shows",
  activity: "confirm an authenticator app",
  stepUp: "always",
  secretAnswer: true,
  input: z.object({ code: z.string().min(1, issue("Enter the code that your app shows.")).max(20) }),
  output: factorAdded,
  http: { method: "POST", path: "/me/two-factor/authenticator/confirm" },
  run: async (context, { code }) => {
    requireSession(context);
    const { db, actor, realNow: now } = context;
    const { personId } = actor;
    const answer = { personId, place: "setup", given: code };
    await admitCode(answer);
    await lockName(db, `authenticator of ${personId}`);
    const pending = { personId, confirmedAt: null, createdAt: { gt: addMinutes(now, -SETUP_MINUTES) } };
    const row = await db.authenticatorApp.findFirst({
      where: pending,
      select: { id: true, personId: true, secret: true },
    });
    if (row === null) throw new Problem("conflict", t("Setting up the app took too long. Start again."));
    const step = await authenticatorStep(row, plain(code), now);
    if (step === null) {
      throw invalidField("code", t("That code isn't right. Check the time on your phone, and use the latest code."));
    }
    const hadFactor = await hasFactor(context);
    const data = { confirmedAt: now, lastStep: step, lastUsedAt: now };
    const { count } = await db.authenticatorApp.updateMany({ where: { ...pending, id: row.id }, data });
    if (count === 0) throw new Problem("conflict", t("Setting up the app took too long. Start again."));
    await settleCode(answer);
    const what = msg("An authenticator app was added to your login.");
    return {
      output: await afterNewFactor(context, { hadFactor, what }),
      audit: { summary: say("Added an authenticator app") },
    };
  },
});
