import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";

const columns = {
  id: true,
  name: true,
  kind: true,
  roles: { select: { role: true, givenById: true } },
  permissions: { select: { permission: true, effect: true, givenById: true } },
  invitations: { where: { acceptedAt: null, revokedAt: null }, select: { invitedById: true } },
} as const satisfies Prisma.ContactSelect;

/** Someone who hasn't joined, or verified their address, with who granted what. */
export type WaitingContact = Prisma.ContactGetPayload<{ select: typeof columns }>;

const waiting = {
  OR: [{ status: "invited" }, { kind: "nonMember", status: { not: "removed" }, emailVerifiedAt: null }],
} satisfies Prisma.ContactWhereInput;

/** The account's pending contacts, by name; all of them if no ids are given. */
export function readGrants(
  db: ScopedDb,
  accountId: string,
  contactIds: readonly string[] | null,
): Promise<WaitingContact[]> {
  return db.contact.findMany({
    where: { ...waiting, accountId, ...(contactIds && { id: { in: [...contactIds] } }) },
    select: columns,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}
