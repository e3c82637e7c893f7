import { z } from "zod";
import { admitCode, settleCode } from "@/lib/identity/core/code-limits";
import { consumeCode } from "@/lib/identity/core/consume-code";
import { consumePasskey } from "@/lib/identity/core/consume-passkey";
import { passkeyResponse } from "@/lib/identity/core/passkey-response";
import { passwordMatches } from "@/lib/platform/kernel/password-hash";
import { invalidField } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { requireSession } from "./require-session";

/** Proves again who is asking, with the password, a code or a passkey: for sensitive operations in the next ten minutes. */
export const confirmIdentity = defineCommand({
  name: "profile.confirm-identity",
  permission: "profile.manage",
  scope: "self",
  summary: "Confirm in this session that it's you, before a sensitive operation",
  activity: "confirm their identity",
  input: z.object({
    confirmationSecret: z
      .string()
      .max(1_000)
      .default("")
      .describe("Your password, a code of your authenticator app, or a recovery code"),
    confirmationPasskey: passkeyResponse.optional().describe("AuthenticationResponseJSON, as text"),
  }),
  output: z.object({ confirmed: z.boolean() }),
  http: { method: "POST", path: "/me/confirmation" },
  run: async (context, { confirmationSecret: given, confirmationPasskey: passkey }) => {
    requireSession(context);
    const { db, actor, realNow: now } = context;
    const { personId, credentialId } = actor;
    if (passkey !== undefined) {
      if ((await consumePasskey(db, { response: passkey, purpose: "confirm", personId }, now)) === null) throw wrong();
    } else {
      const answer = { personId, place: credentialId, given };
      await admitCode(answer);
      if (!(await isRight(context, given))) throw wrong();
      await settleCode(answer);
    }
    await db.session.updateMany({ where: { id: credentialId, personId }, data: { confirmedAt: now } });
    return { output: { confirmed: true }, audit: { summary: say("Confirmed their identity") } };
  },
});

async function isRight({ db, actor, passwordHash, realNow: now }: Context, given: string): Promise<boolean> {
  if ((await consumeCode(db, actor.personId, given, now)) !== null) return true;
  return passwordMatches(given, await passwordHash());
}

const wrong = () => invalidField("confirmationSecret", t("That isn't your password or a valid code. Try again."));
