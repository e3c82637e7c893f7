import { PasswordResetMail } from "@/lib/identity/sign-in/mail/password-reset";
import { env } from "@/lib/platform/config/env";
import { asIdentity } from "@/lib/platform/db/transaction";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { networkOf } from "@/lib/platform/kernel/network-of";
import { Problem } from "@/lib/platform/kernel/problem";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { consume, type Limit } from "@/lib/platform/operations/rate-limit";
import { logIdentity } from "./identity-log";

const LIFE_MINUTES = 60;

const networkLimit: Limit = { name: "reset-network", points: 20, seconds: 60 * 60 };

/** Emails to one address: enough if one gets lost, too few to flood an inbox. */
const addressLimit: Limit = { name: "reset-address", points: 3, seconds: 60 * 60 };

/** Throws `too-many` for a network with too many reset requests, whatever the addresses. */
export const admitResetRequest = (ip: string): Promise<void> => consume(networkLimit, networkOf(ip));

/**
 * Emails a reset link that works once, within an hour. Does nothing for an unknown address, or one emailed three times
 * this hour; the caller has already answered and learns neither.
 */
export async function requestPasswordReset(email: string, ip: string): Promise<void> {
  if (!(await mayBeMailed(email))) return;
  await asIdentity(async (db) => {
    const person = await db.person.findUnique({ where: { email }, select: { id: true, name: true, locale: true } });
    if (person === null) return;
    const token = newSecretToken();
    const expiresAt = addMinutes(new Date(), LIFE_MINUTES);
    await db.passwordReset.createMany({ data: { personId: person.id, tokenHash: hashToken(token), expiresAt } });
    await logIdentity(db, { act: "identity.request-reset", summary: say("Requested a password reset"), person, ip });
    await sendMail(db, {
      accountId: null,
      kind: "security",
      to: { address: email, name: person.name, locale: person.locale },
      subject: () => t("Reset your password"),
      template: "password-reset",
      about: null,
      awaited: true,
      body: () => (
        <PasswordResetMail
          name={person.name}
          minutes={LIFE_MINUTES}
          href={`${env().PORTAL_URL}/reset-password/${token}`}
        />
      ),
    });
  });
}

async function mayBeMailed(email: string): Promise<boolean> {
  try {
    await consume(addressLimit, email);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === "too-many") return false;
    throw error;
  }
}
