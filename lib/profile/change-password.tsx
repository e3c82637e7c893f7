import { z } from "zod";
import { defineCommand } from "@/lib/access/operation";
import { env } from "@/lib/config/env";
import { givenPassword, newPassword, refuseWeakPassword } from "@/lib/kernel/new-password";
import { hashPassword } from "@/lib/kernel/password-hash";
import { sendMail } from "@/lib/mail/outbox";
import { PasswordChangedMail } from "@/lib/mail/templates/password-changed";
import { checkCurrentPassword } from "./check-current-password";
import { openSessions } from "./open-sessions";

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
