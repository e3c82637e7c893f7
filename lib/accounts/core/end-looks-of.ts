import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Context } from "@/lib/platform/operations/operation";

/** Looks of staff end with the visit they were started in. */
export async function endLooksOf(
  { db, account, realNow: now }: Context<"account">,
  whose: Prisma.ContactLookWhereInput,
): Promise<void> {
  const where = { ...whose, accountId: account.id, lookerIsStaff: true, endedAt: null };
  await db.contactLook.updateMany({ where, data: { endedAt: now } });
}
