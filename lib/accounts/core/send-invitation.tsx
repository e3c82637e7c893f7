import { InvitationMail } from "@/lib/accounts/core/mail/invitation";
import { env } from "@/lib/platform/config/env";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { told } from "@/lib/platform/kernel/told";
import type { Said } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { sendMail } from "@/lib/platform/mail/outbox";
import { admitLink } from "./admit-link";
import { knownLocale } from "./known-locale";

export const INVITATION_DAYS = 7;

interface InvitationPlan {
  readonly account: { readonly id: string; readonly name: string };
  readonly contactId: string;
  readonly name: string;
  /** The only address that can accept the invitation. */
  readonly email: string;
  readonly invitedBy: string;
  /** The person whose right to invite is checked on acceptance; null if unknown. */
  readonly invitedById: string | null;
  /** The access they will have, in words. */
  readonly access: Said;
  readonly now: Date;
}

/**
 * Emails a contact a link to join the account: single use, valid for 7 days, bound to the address. Earlier links stop
 * working. Only the token's hash is stored. Returns when the link expires.
 */
export async function sendInvitation(db: ScopedDb, plan: InvitationPlan): Promise<Date> {
  const { account, contactId, email, name, invitedBy, invitedById, access, now } = plan;
  await admitLink(account.id, email);
  await revokeInvitations(db, account.id, contactId, now);
  const id = crypto.randomUUID();
  const token = newSecretToken();
  const expiresAt = addDays(now, INVITATION_DAYS);
  await db.invitation.createMany({
    data: {
      id,
      accountId: account.id,
      contactId,
      email,
      tokenHash: hashToken(token),
      invitedByName: invitedBy,
      invitedById,
      sentAt: now,
      expiresAt,
    },
  });
  const href = `${env().PORTAL_URL}/invitation/${token}`;
  await sendMail(db, {
    accountId: account.id,
    kind: "people",
    to: { address: email, name, locale: await knownLocale(db, email), reader: { contactId } },
    subject: () => t("{invitedBy} invited you to join {account}", { invitedBy, account: account.name }),
    template: "invitation",
    about: { record: { kind: "invitation", ids: [id] } },
    awaited: true,
    body: () => (
      <InvitationMail
        {...{ account: account.name, name, email, invitedBy, expiresAt, href }}
        access={told(access, currentLocale())}
      />
    ),
  });
  return expiresAt;
}

/** Invalidates all pending links of a contact and returns how many there were. */
export async function revokeInvitations(
  db: ScopedDb,
  accountId: string,
  contactId: string,
  now: Date,
): Promise<number> {
  const open = { accountId, contactId, acceptedAt: null, revokedAt: null };
  const { count } = await db.invitation.updateMany({ where: open, data: { revokedAt: now } });
  return count;
}
