import { z } from "zod";
import { PasswordChangedMail } from "@/lib/identity/core/mail/password-changed";
import { env } from "@/lib/platform/config/env";
import { asIdentity } from "@/lib/platform/db/transaction";
import { newPassword, refuseWeakPassword } from "@/lib/platform/kernel/new-password";
import { hashPassword } from "@/lib/platform/kernel/password-hash";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { deadReset, openReset } from "./find-password-reset";
import { logIdentity } from "./identity-log";
import { verifyOwnAddress } from "./verify-own-address";
import type { Visitor } from "./visitor";

export const resetPasswordInput = z.object({
  token: z.string().max(200),
  newPassword,
});

/**
 * Resets a password with a link. Ends all sessions, revokes all API tokens (anyone who knew the old password may have
 * created one), invalidates other links and a pending email change, and confirms the address, as its email was read. Of
 * two concurrent uses of a link, one gets `conflict`.
 */
export async function resetPassword(
  { token, newPassword: chosen }: z.input<typeof resetPasswordInput>,
  { ip }: Visitor,
): Promise<void> {
  const known = await asIdentity((db) => openReset(db, token));
  if (known === null) throw deadReset();
  refuseWeakPassword("newPassword", chosen, known.person);
  const passwordHash = await hashPassword(chosen);
  const resetHref = `${env().PORTAL_URL}/forgot-password`;
  await asIdentity(async (db) => {
    const now = new Date();
    const { person } = known;
    const unused = { id: known.id, usedAt: null, expiresAt: { gt: now } };
    const { count } = await db.passwordReset.updateMany({ where: unused, data: { usedAt: now } });
    if (count === 0) throw deadReset();
    await db.person.updateMany({ where: { id: person.id }, data: { passwordHash, version: { increment: 1 } } });
    await db.passwordReset.updateMany({ where: { personId: person.id, usedAt: null }, data: { usedAt: now } });
    const alive = { personId: person.id, revokedAt: null };
    await db.session.updateMany({ where: alive, data: { revokedAt: now } });
    const { count: revokedTokens } = await db.apiToken.updateMany({ where: alive, data: { revokedAt: now } });
    await db.emailChange.deleteMany({ where: { personId: person.id, doneAt: null } });
    await verifyOwnAddress(db, { personId: person.id, email: person.email, now });
    const summary =
      revokedTokens > 0 ? say("Reset their password, which revoked their API tokens") : say("Reset their password");
    await logIdentity(db, { act: "identity.reset-password", summary, person, ip });
    await sendMail(db, {
      accountId: null,
      kind: "security",
      to: { address: person.email, name: person.name, locale: person.locale },
      subject: () => t("Your password was changed"),
      template: "password-changed",
      about: null,
      body: () => <PasswordChangedMail {...{ name: person.name, at: now, way: "link", resetHref }} />,
    });
  });
}
