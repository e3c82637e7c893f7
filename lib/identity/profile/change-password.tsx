import { z } from "zod";
import { PasswordChangedMail } from "@/lib/identity/core/mail/password-changed";
import { openSessions } from "@/lib/identity/core/open-sessions";
import { env } from "@/lib/platform/config/env";
import { givenPassword, newPassword, refuseWeakPassword } from "@/lib/platform/kernel/new-password";
import { hashPassword } from "@/lib/platform/kernel/password-hash";
import { sendMail } from "@/lib/platform/mail/outbox";
import { defineCommand } from "@/lib/platform/operations/operation";
import { checkCurrentPassword } from "./check-current-password";

/** Changes one's password and signs out every other browser. The person gets a mail that says so. */
export const changePassword = defineCommand({
  name: "profile.change-password",
  permission: "profile.manage",
  scope: "self",
  summary: "Change your password",
  input: z.object({ currentPassword: givenPassword, newPassword }),
  output: z.object({ endedSessions: z.int() }),
  http: { method: "POST", path: "/me/password" },
  run: async (context, { currentPassword, newPassword: chosen }) => {
    const { db, actor, realNow: now } = context;
    await checkCurrentPassword(context, currentPassword);
    refuseWeakPassword("newPassword", chosen, actor);
    const where = { id: actor.personId };
    await db.person.updateMany({
      where,
      data: { passwordHash: await hashPassword(chosen), version: { increment: 1 } },
    });
    const { count } = await db.session.updateMany({
      where: { ...openSessions(context), id: { not: actor.claimId } },
      data: { revokedAt: now },
    });
    await db.passwordReset.updateMany({ where: { personId: actor.personId, usedAt: null }, data: { usedAt: now } });
    const resetHref = `${env().PORTAL_URL}/forgot-password`;
    await sendMail(db, {
      accountId: null,
      kind: "security",
      to: { address: actor.email, name: actor.name },
      subject: "Your password was changed",
      template: "password-changed",
      body: <PasswordChangedMail {...{ name: actor.name, at: now, how: "on your profile page", resetHref }} />,
    });
    return { output: { endedSessions: count }, audit: { summary: "Changed their password" } };
  },
});
