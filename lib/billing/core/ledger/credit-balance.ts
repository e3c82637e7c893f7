import type { BillingContext } from "@/lib/billing/core/billing-context";

/** The account credit balance, in minor units by currency; never negative. */
export async function creditBalance({ db, account }: BillingContext): Promise<ReadonlyMap<string, bigint>> {
  const balances = await db.creditBalance.findMany({
    where: { accountId: account.id, creditMinor: { not: 0n } },
    select: { currency: true, creditMinor: true },
  });
  return new Map(balances.map(({ currency, creditMinor }) => [currency, creditMinor]));
}
