import { giverOf } from "@/lib/accounts/core/giver-of";
import type { KnownContact } from "@/lib/accounts/core/known-contact";
import { revokeInvitations } from "@/lib/accounts/core/send-invitation";
import { withdrawOffersTo } from "@/lib/accounts/core/withdraw-offers";
import { writeGrants } from "@/lib/accounts/core/write-access";
import { staleVersion } from "@/lib/platform/kernel/problem";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { nothingPlanned } from "@/lib/policy/access-plan";

/**
 * Removes a person from the account: deletes their access and cancels pending invitations and transfers. What they wrote
 * and did is kept under their name.
 */
export async function takeOffAccount(context: Context<"account">, contact: KnownContact): Promise<void> {
  const { db, account, actor, realNow: now } = context;
  const removed = await db.contact.updateMany({
    where: accessibleWhere(context, "people.members.remove", { id: contact.id, version: contact.version }),
    data: { status: "removed", removedAt: now, version: { increment: 1 } },
  });
  if (removed.count === 0) throw staleVersion();
  const mine = { accountId: account.id, contactId: contact.id };
  await writeGrants(db, { ...mine, next: nothingPlanned, by: giverOf(context) });
  await revokeInvitations(db, account.id, contact.id, now);
  await withdrawOffersTo(db, account.id, contact.id, now);
  await db.permissionRequest.updateMany({
    where: { ...mine, status: "open" },
    data: { status: "declined", decidedByName: actor.name, decidedAt: now },
  });
}
