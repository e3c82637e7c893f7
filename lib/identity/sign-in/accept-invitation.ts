import { z } from "zod";
import { lockAccount } from "@/lib/platform/db/lock-account";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asIdentity } from "@/lib/platform/db/transaction";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { newPassword, refuseWeakPassword } from "@/lib/platform/kernel/new-password";
import { hashPassword } from "@/lib/platform/kernel/password-hash";
import { personName } from "@/lib/platform/kernel/person-name";
import { Problem } from "@/lib/platform/kernel/problem";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { refuseStaff } from "@/lib/platform/operations/refuse-staff";
import { type InvitationState, readInvitation } from "./find-invitation";
import { logIdentity } from "./identity-log";
import { openSession } from "./open-session";
import type { Visitor } from "./visitor";

const token = z.string().max(200);

export const joinInput = z.object({ token, name: personName, newPassword });

export const acceptInput = z.object({ token });

/**
 * Accepts an invitation as a new person: creates the login, joins the account and opens a session. Returns the session
 * token and the account's id. Throws `conflict` if the invitation is used, revoked or expired, or the address already has
 * a login. Of concurrent attempts exactly one succeeds.
 */
export async function joinByInvitation(
  { token, name, newPassword: chosen }: z.output<typeof joinInput>,
  visitor: Visitor,
): Promise<{ accountId: string; sessionToken: string }> {
  const known = await asIdentity((db) => readInvitation(db, token, new Date()));
  if (known?.state !== "open") throw deadInvitation(known?.state);
  refuseWeakPassword("newPassword", chosen, { email: known.email, name });
  const passwordHash = await hashPassword(chosen);
  return settled(async (db) => {
    const { accountId } = known;
    const { id } = await personFor(db, { email: known.email, name, passwordHash });
    await takeSeat(db, token, { id, name, email: known.email }, visitor.ip);
    return { accountId, sessionToken: await openSession(db, id, visitor) };
  });
}

/** Accepts an invitation as the signed-in person, if it is for their address. Returns the account's id. */
export function acceptInvitation(
  { token }: z.output<typeof acceptInput>,
  person: { readonly personId: string },
  ip: string,
): Promise<string> {
  return settled(async (db) => {
    const where = { id: person.personId };
    const row = await db.person.findUniqueOrThrow({ where, select: { id: true, name: true, email: true } });
    return takeSeat(db, token, row, ip);
  });
}

const sentences: Record<InvitationState | "unknown", Sentence> = {
  accepted: msg("This invitation has already been accepted. Sign in to open the account."),
  revoked: msg("This invitation was revoked. Contact the person who invited you."),
  expired: msg("This invitation has expired. Ask the person who invited you to resend it."),
  held: msg(
    "The person who invited you can no longer grant this access. The account owner must approve the invitation first.",
  ),
  closed: msg("This account is closed, so new people can't join it."),
  unknown: msg("Invitation not found. Check that you copied the whole link."),
  open: msg("This invitation is for a different email address."),
};

const deadInvitation = (state: InvitationState | undefined): Problem =>
  new Problem("conflict", t(sentences[state ?? "unknown"]));

async function settled<T>(work: (db: ScopedDb) => Promise<T>): Promise<T> {
  try {
    return await asIdentity(work);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Problem(
      "conflict",
      t("This email address already has a login, or is already on the account. Sign in first."),
    );
  }
}

/** A person created without a password (for example by staff) gets the one chosen here; others must sign in. A new one keeps the language of the page. */
async function personFor(db: ScopedDb, chosen: { email: string; name: string; passwordHash: string }) {
  const { email, ...data } = chosen;
  await db.person.updateMany({ where: { email, passwordHash: null }, data: { ...data, version: { increment: 1 } } });
  const known = await db.person.findFirst({ where: chosen, select: { id: true } });
  return known ?? db.person.create({ data: { ...chosen, locale: currentLocale() }, select: { id: true } });
}

interface Joining {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Uses the invitation and activates its contact, under the account's lock. */
async function takeSeat(db: ScopedDb, token: string, person: Joining, ip: string): Promise<string> {
  const now = new Date();
  const sent = await readInvitation(db, token, now);
  if (sent === null) throw deadInvitation(undefined);
  if (sent.email !== person.email) throw deadInvitation("open");
  const { id, accountId, contactId, email } = sent;
  await lockAccount(db, accountId);
  const invitation = await readInvitation(db, token, now);
  if (invitation?.state !== "open") throw deadInvitation(invitation?.state);
  const unused = { id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } };
  await refuseStaff(db, { email, personId: person.id });
  const used = await db.invitation.updateMany({ where: unused, data: { acceptedAt: now } });
  if (used.count === 0) throw deadInvitation("accepted");
  const seated = await db.contact.updateMany({
    where: { id: contactId, accountId, email, kind: "member", status: "invited" },
    data: { status: "active", personId: person.id, name: person.name, emailVerifiedAt: now, version: { increment: 1 } },
  });
  if (seated.count === 0) throw deadInvitation("revoked");
  await db.person.updateMany({ where: { id: person.id, emailVerifiedAt: null }, data: { emailVerifiedAt: now } });
  const summary = say("Accepted the invitation and joined the account");
  await logIdentity(db, { act: "identity.accept-invitation", summary, person, accountId, contactId, ip });
  return accountId;
}
