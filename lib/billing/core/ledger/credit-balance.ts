import type { BillingContext } from "@/lib/billing/core/billing-context";

/** The money that an account has with us and no invoice has used up: minor units by currency, and never below nothing. */
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
