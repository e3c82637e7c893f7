import { loadMembers } from "@/lib/platform/db/load-subject";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asIdentity } from "@/lib/platform/db/transaction";
import { listed } from "@/lib/platform/kernel/listed";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { t } from "@/lib/platform/language/t";
import { heldContacts } from "@/lib/platform/operations/held-contacts";
import { readGrants } from "@/lib/platform/operations/read-grants";
import { roles } from "@/lib/policy/roles";

/** `held`: the grantor can no longer grant the access, so the invitation needs approval. */
export type InvitationState = "open" | "accepted" | "revoked" | "expired" | "closed" | "held";

/** What anyone with the invitation link may see. */
export interface InvitationView {
  readonly state: InvitationState;
  readonly accountName: string;
  readonly invitedBy: string;
  /** The only address that can accept it. */
  readonly email: string;
  readonly name: string;
  /** "Billing and Support". */
  readonly access: string;
  readonly expiresAt: Date;
  /** The address already has a login, so accepting requires signing in. */
  readonly hasLogin: boolean;
  /** From when the account requires two-factor sign-in; null if it doesn't, or they use it already. */
  readonly twoFactorFrom: Date | null;
}

/** Reading an invitation doesn't use it, because mail scanners follow links. Null for an unknown token. */
export async function findInvitation(token: string, now = new Date()): Promise<InvitationView | null> {
  return asIdentity(async (db) => {
    const found = await readInvitation(db, token, now);
    if (found === null) return null;
    const { state, email, invitedByName, expiresAt, contact } = found;
    const login = await db.person.findUnique({
      where: { email },
      select: { passwordHash: true, twoFactorSince: true },
    });
    return {
      state,
      accountName: contact.account.name,
      invitedBy: invitedByName,
      email,
      name: contact.name,
      access: inWords(contact.roles, contact._count.permissions),
      expiresAt,
      hasLogin: login !== null && login.passwordHash !== null,
      twoFactorFrom: login?.twoFactorSince ? null : contact.account.twoFactorFrom,
    };
  });
}

type Read = NonNullable<Awaited<ReturnType<typeof readRow>>> & { readonly state: InvitationState };

/** The invitation behind a token, and whether it can still be accepted. */
export async function readInvitation(db: ScopedDb, token: string, now: Date): Promise<Read | null> {
  const row = await readRow(db, token);
  if (row === null) return null;
  const state = stateOf(row, now);
  return { ...row, state: state === "open" && (await isHeld(db, row, now)) ? "held" : state };
}

function readRow(db: ScopedDb, token: string) {
  return db.invitation.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      id: true,
      accountId: true,
      contactId: true,
      email: true,
      invitedByName: true,
      expiresAt: true,
      acceptedAt: true,
      revokedAt: true,
      contact: {
        select: {
          name: true,
          email: true,
          status: true,
          account: { select: { name: true, status: true, twoFactorFrom: true } },
          roles: { select: { role: true }, orderBy: { role: "asc" } },
          _count: { select: { permissions: { where: { effect: "on" } } } },
        },
      },
    },
  });
}

function stateOf(row: NonNullable<Awaited<ReturnType<typeof readRow>>>, now: Date): InvitationState {
  if (row.acceptedAt !== null) return "accepted";
  if (row.revokedAt !== null || row.contact.status !== "invited" || row.contact.email !== row.email) return "revoked";
  if (row.expiresAt <= now) return "expired";
  return row.contact.account.status === "closed" ? "closed" : "open";
}

async function isHeld(db: ScopedDb, { accountId, contactId }: { accountId: string; contactId: string }, now: Date) {
  const people = await loadMembers(db, accountId, now);
  return (await heldContacts(db, { accountId, people, now }, await readGrants(db, accountId, [contactId]))).has(
    contactId,
  );
}

function inWords(held: readonly { role: keyof typeof roles }[], single: number): string {
  const parts: string[] = held.map(({ role }) => t(roles[role].name));
  if (single > 0)
    parts.push(t("{count, plural, one {# individual permission} other {# individual permissions}}", { count: single }));
  return parts.length === 0 ? t("No access yet") : listed(parts);
}
