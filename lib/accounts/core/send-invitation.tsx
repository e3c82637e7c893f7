import { InvitationMail } from "@/lib/accounts/core/mail/invitation";
import { env } from "@/lib/platform/config/env";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { sendMail } from "@/lib/platform/mail/outbox";
import { admitLink } from "./admit-link";

export const INVITATION_DAYS = 7;

interface InvitationPlan {
  readonly account: { readonly id: string; readonly name: string };
  readonly contactId: string;
  readonly name: string;
  /** The address that the invitation is bound to. */
  readonly email: string;
  readonly invitedBy: string;
  /** The person whose right to invite counts when it is accepted; null where nobody knows any more. */
  readonly invitedById: string | null;
  /** What they will have, in words. */
  readonly access: string;
  readonly now: Date;
}

/**
 * Mails a contact a link to join the account: single use, seven days, bound to the address. Links sent before are dead
 * from now on. Only the hash of the token stays. Returns when the link ends.
 */
export async function sendInvitation(db: ScopedDb, plan: InvitationPlan): Promise<Date> {
  const { account, contactId, email, name, invitedBy, invitedById, access, now } = plan;
  await admitLink(account.id, email);
  await revokeInvitations(db, account.id, contactId, now);
  const token = newSecretToken();
  const expiresAt = addDays(now, INVITATION_DAYS);
  await db.invitation.createMany({
    data: {
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
    to: { address: email, name },
    subject: `${invitedBy} invites you to the account of ${account.name}`,
    template: "invitation",
    body: <InvitationMail {...{ account: account.name, name, email, invitedBy, access, expiresAt, href }} />,
  });
  return expiresAt;
}

/** Kills every open link of a contact. Returns how many there were. */
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
