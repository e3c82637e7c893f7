import type { ScopedDb } from "@/lib/platform/db/scoped-db";

/** Withdraws ownership transfers to a person who can no longer accept. */
export async function withdrawOffersTo(db: ScopedDb, accountId: string, contactId: string, now: Date): Promise<void> {
  await db.ownershipTransfer.updateMany({
    where: { accountId, toContactId: contactId, status: "offered" },
    data: { status: "withdrawn", decidedAt: now },
  });
}
