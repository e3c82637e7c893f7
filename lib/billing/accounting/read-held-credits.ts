import type { ScopedDb, Transaction } from "@/lib/platform/db/scoped-db";

export interface HeldCredit {
  readonly accountId: string;
  readonly number: string;
  readonly name: string;
  readonly currency: string;
  readonly minor: bigint;
  /** How many rows there are in all. */
  readonly n: bigint;
}

/** The credit that accounts hold, one row an account and currency, the most first. */
export const readHeldCredits = (
  db: ScopedDb,
  { skip, take }: { readonly skip: number; readonly take: number },
): Promise<HeldCredit[]> =>
  (db as Transaction).$queryRaw`
      select l."accountId", a."number", a."name", l."currency", sum(-l."amountMinor")::bigint as "minor", count(*) over () as "n"
      from "LedgerLine" l join "Account" a on a."id" = l."accountId" where l."ledgerAccount" = 'customerCredit'
      group by 1, 2, 3, 4 having sum(l."amountMinor") <> 0 order by 5 desc, 3, 4 limit ${take} offset ${skip}`;
