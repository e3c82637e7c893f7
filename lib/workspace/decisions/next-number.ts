import { lockName } from "@/lib/platform/db/lock-name";
import type { Context } from "@/lib/platform/operations/operation";

/** The next number of the account's decisions, which nobody else gets: the name is held until the transaction ends. */
export async function nextNumber({ db, account }: Context<"account">): Promise<number> {
  await lockName(db, `decision number of ${account.id}`);
  const last = await db.decision.findFirst({
    where: { accountId: account.id },
    select: { number: true },
    orderBy: { number: "desc" },
  });
  return (last?.number ?? 0) + 1;
}
