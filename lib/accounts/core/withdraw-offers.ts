import type { ScopedDb } from "@/lib/platform/db/scoped-db";

/** Calls off an offer of ownership to somebody who can no longer take it. */
export async function withdrawOffersTo(db: ScopedDb, accountId: string, contactId: string, now: Date): Promise<void> {
  await db.ownershipTransfer.updateMany({
    where: { accountId, toContactId: contactId, status: "offered" },
    data: { status: "withdrawn", decidedAt: now },
  });
}
