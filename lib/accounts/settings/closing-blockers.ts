import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { entryOf, nameOf, permissionKeys } from "@/lib/policy/permissions";

/** What is still active or pending on an account that is about to be closed. */
export async function closingBlockers(db: ScopedDb, accountId: string, now: Date) {
  const openInvitation = { accountId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } };
  return {
    runningServices: await db.service.count({ where: { accountId, status: { not: "cancelled" } } }),
    openInvitations: await db.invitation.count({ where: openInvitation }),
    openOffer: (await db.ownershipTransfer.count({ where: { accountId, status: "offered" } })) > 0,
  };
}

/** Names of the permissions people keep on a closed account, if they had them before. */
export const remainsAfterClosing = (): string[] =>
  permissionKeys.filter((key) => entryOf(key).afterClosing).map(nameOf);
