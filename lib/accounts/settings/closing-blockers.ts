import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { catalogue, permissionKeys } from "@/lib/policy/permissions";

/** What is still going on in an account that is to be closed. */
export async function closingBlockers(db: ScopedDb, accountId: string, now: Date) {
  const openInvitation = { accountId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } };
  return {
    runningServices: await db.service.count({ where: { accountId, status: { not: "cancelled" } } }),
    openInvitations: await db.invitation.count({ where: openInvitation }),
    openOffer: (await db.ownershipTransfer.count({ where: { accountId, status: "offered" } })) > 0,
  };
}

/** Names of what the people of a closed account may still do, so far as they could before. */
export const remainsAfterClosing: readonly string[] = permissionKeys
  .map((key) => catalogue[key])
  .filter((entry) => "afterClosing" in entry && entry.afterClosing)
  .map(({ name }) => name);
