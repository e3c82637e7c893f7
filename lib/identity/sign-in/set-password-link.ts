import { env } from "@/lib/platform/config/env";
import { asIdentity } from "@/lib/platform/db/transaction";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";

const HOURS = 24;

/**
 * A link that sets a person's password, works once, and isn't mailed: for commands on the portal's own machine, which can
 * read the database anyway.
 */
export async function setPasswordLink(email: string): Promise<{ href: string; hours: number }> {
  const token = newSecretToken();
  await asIdentity(async (db) => {
    const { id: personId } = await db.person.findUniqueOrThrow({ where: { email }, select: { id: true } });
    const expiresAt = addMinutes(new Date(), HOURS * 60);
    await db.passwordReset.createMany({ data: { personId, tokenHash: hashToken(token), expiresAt } });
  });
  return { href: `${env().PORTAL_URL}/reset-password/${token}`, hours: HOURS };
}
