import type { BillingContext } from "@/lib/billing/core/billing-context";

/** The account credit balance, in minor units by currency; never negative. */
export async function creditBalance({ db, account }: BillingContext): Promise<ReadonlyMap<string, bigint>> {
  const sums = await db.ledgerLine.groupBy({
    by: ["currency"],
    where: { accountId: account.id, ledgerAccount: "customerCredit" },
    _sum: { amountMinor: true },
  });
  return new Map(
    sums.flatMap(({ currency, _sum }) => (_sum.amountMinor ? [[currency, -_sum.amountMinor] as const] : [])),
  );
}
