import type { ScopedDb } from "@/lib/platform/db/scoped-db";

/** The recipient of mail about orders and plan changes, whoever made them. */
export async function accountOwner(db: ScopedDb, accountId: string): Promise<{ address: string; name: string }> {
  const { owner } = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { owner: { select: { name: true, email: true } } },
  });
  return { address: owner.email, name: owner.name };
}
