import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { staleVersion } from "@/lib/platform/kernel/problem";
import { nothingPlanned } from "@/lib/policy/access-plan";
import { type Giver, writeGrants } from "./write-access";

interface HandOver {
  readonly accountId: string;
  readonly fromContactId: string;
  readonly toContactId: string;
  readonly by: Giver;
  readonly now: Date;
}

/**
 * Makes a contact the owner in place of another, who becomes an administrator. Replaces everything the new owner held,
 * limits and end dates included. Check `ownershipTransfer` and `canOwn` first and hold the account's lock; the database
 * refuses any change that leaves the account without exactly one owner. Throws `conflict` if the owner has changed.
 */
export async function handOverOwnership(db: ScopedDb, handOver: HandOver): Promise<void> {
  const { accountId, fromContactId, toContactId, by, now } = handOver;
  const { count } = await db.account.updateMany({
    where: { id: accountId, ownerContactId: fromContactId },
    data: { ownerContactId: toContactId, version: { increment: 1 } },
  });
  if (count === 0) throw staleVersion();
  await db.contact.updateMany({
    where: { accountId, id: { in: [fromContactId, toContactId] } },
    data: { limitedToServices: false, departmentsOff: [], endsAt: null, version: { increment: 1 } },
  });
  await writeGrants(db, { accountId, contactId: toContactId, next: nothingPlanned, by });
  const administrator = { ...nothingPlanned, roles: ["administrator" as const] };
  await writeGrants(db, { accountId, contactId: fromContactId, next: administrator, by });
  await db.ownershipTransfer.updateMany({
    where: { accountId, status: "offered" },
    data: { status: "withdrawn", decidedAt: now },
  });
  await db.permissionRequest.updateMany({
    where: { accountId, contactId: toContactId, status: "open" },
    data: { status: "granted", decidedByName: by.name, decidedAt: now },
  });
}
