import { z } from "zod";
import { RECOVERY_CODES, renewRecoveryCodes } from "@/lib/identity/core/renew-recovery-codes";
import { tellOfTwoFactor } from "@/lib/identity/core/tell-of-two-factor";
import { lockName } from "@/lib/platform/db/lock-name";
import { Problem } from "@/lib/platform/kernel/problem";
import { msg } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { hasFactor } from "./first-factor";
import { requireSession } from "./require-session";

/** Makes ten new recovery codes. The ones from before stop working. */
export const renewCodes = defineCommand({
  name: "profile.renew-recovery-codes",
  permission: "profile.manage",
  scope: "self",
  summary: "Replace your recovery codes by new ones",
  activity: "renew recovery codes",
  stepUp: "always",
  secretAnswer: true,
  input: z.object({}),
  output: z.object({ recoveryCodes: z.array(z.string()).max(RECOVERY_CODES) }),
  http: { method: "POST", path: "/me/two-factor/recovery-codes" },
  run: async (context) => {
    requireSession(context);
    const { db, actor, realNow: now } = context;
    await lockName(db, `authenticator of ${actor.personId}`);
    if (!(await hasFactor(context))) {
      throw new Problem("conflict", t("Set up an authenticator app or a passkey first."));
    }
    const recoveryCodes = await renewRecoveryCodes(db, actor.personId);
    await tellOfTwoFactor(db, actor, msg("Your recovery codes were replaced by new ones."), now);
    return { output: { recoveryCodes }, audit: { summary: say("Replaced their recovery codes") } };
  },
});
