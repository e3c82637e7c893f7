import { z } from "zod";
import { PasswordChangedMail } from "@/lib/identity/core/mail/password-changed";
import { openSessions } from "@/lib/identity/core/open-sessions";
import { env } from "@/lib/platform/config/env";
import { givenPassword, newPassword, refuseWeakPassword } from "@/lib/platform/kernel/new-password";
import { hashPassword } from "@/lib/platform/kernel/password-hash";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { checkCurrentPassword } from "./check-current-password";

/**
 * Changes the password, signs out all other sessions, cancels a pending email change and, unless told not to, revokes all
 * API tokens: anyone who knew the old password may have requested or created them. The person is notified by email.
 */
export const changePassword = defineCommand({
  name: "profile.change-password",
  permission: "profile.manage",
  scope: "self",
  summary: "Change your password",
  activity: "change the password",
  input: z.object({
    currentPassword: givenPassword,
    newPassword,
    tokensToo: z.boolean().default(true).describe("Also revoke all API tokens, except the one making the request"),
  }),
  output: z.object({ endedSessions: z.int(), revokedTokens: z.int() }),
  http: { method: "POST", path: "/me/password" },
  run: async (context, { currentPassword, newPassword: chosen, tokensToo }) => {
    const { db, actor, realNow: now } = context;
    await checkCurrentPassword(context, currentPassword);
    refuseWeakPassword("newPassword", chosen, actor);
    const where = { id: actor.personId };
    await db.person.updateMany({
      where,
      data: { passwordHash: await hashPassword(chosen), version: { increment: 1 } },
    });
    const { count } = await db.session.updateMany({
      where: { ...openSessions(context), id: { not: actor.credentialId } },
      data: { revokedAt: now },
    });
    const revokedTokens = tokensToo ? await revokeTokens(context) : 0;
    await db.passwordReset.updateMany({ where: { personId: actor.personId, usedAt: null }, data: { usedAt: now } });
    await db.emailChange.deleteMany({ where: { personId: actor.personId, doneAt: null } });
    const resetHref = `${env().PORTAL_URL}/forgot-password`;
    await sendMail(db, {
      accountId: null,
      kind: "security",
      to: { address: actor.email, name: actor.name, locale: actor.locale },
      subject: () => t("Your password was changed"),
      template: "password-changed",
      about: null,
      body: () => <PasswordChangedMail {...{ name: actor.name, at: now, way: "profile", resetHref }} />,
    });
    const summary =
      revokedTokens > 0 ? say("Changed their password and revoked their API tokens") : say("Changed their password");
    return { output: { endedSessions: count, revokedTokens }, audit: { summary } };
  },
});

async function revokeTokens({ db, actor, realNow: now }: Context): Promise<number> {
  const alive = { personId: actor.personId, revokedAt: null, id: { not: actor.credentialId } };
  return (await db.apiToken.updateMany({ where: alive, data: { revokedAt: now } })).count;
}
