import { z } from "zod";
import { tellOfTwoFactor } from "@/lib/identity/core/tell-of-two-factor";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { msg } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { requireSession } from "./require-session";

/** Removes a passkey. With the last factor the recovery codes end too, by the database. */
export const removePasskey = defineCommand({
  name: "profile.remove-passkey",
  permission: "profile.manage",
  scope: "self",
  summary: "Remove one of your passkeys",
  activity: "remove a passkey",
  stepUp: "always",
  input: z.object({ passkeyId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/me/two-factor/passkeys/{passkeyId}" },
  run: async (context, { passkeyId }) => {
    requireSession(context);
    const { db, actor, realNow: now } = context;
    const where = { id: passkeyId, personId: actor.personId };
    const passkey = await db.passkey.findFirst({ where, select: { name: true } });
    const { count } = await db.passkey.deleteMany({ where });
    if (passkey === null || count === 0) throw notFound(t("Passkey not found."));
    await tellOfTwoFactor(db, actor, msg("A passkey was removed from your login."), now);
    const { name } = passkey;
    return {
      output: { id: passkeyId },
      audit: { summary: say('Removed the passkey "{name}"', { name }), target: { type: "passkey", id: passkeyId } },
    };
  },
});
