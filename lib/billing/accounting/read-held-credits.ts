import type { ScopedDb, Transaction } from "@/lib/platform/db/scoped-db";
import { raw } from "@/lib/platform/db/sql";
import type { Direction } from "@/lib/platform/kernel/sort";

export interface HeldCredit {
  readonly accountId: string;
  readonly number: string;
  readonly name: string;
  readonly currency: string;
  readonly minor: bigint;
  /** Total number of rows. */
  readonly n: bigint;
}

/** Sort keys. */
export const heldCreditOrders = { account: '"nameSearch"', number: '"number"', credit: '"minor"' } as const;

interface Order {
  readonly sort: keyof typeof heldCreditOrders;
  readonly direction: Direction;
}

/** Account credit, one row per account and currency. */
export const readHeldCredits = (
  db: ScopedDb,
  { sort, direction }: Order,
  { skip, take }: { readonly skip: number; readonly take: number },
): Promise<HeldCredit[]> =>
  (db as Transaction).$queryRaw`
      select l."accountId", a."number", a."name", a."nameSearch", l."currency", sum(-l."amountMinor")::bigint as "minor", count(*) over () as "n"
      from "LedgerLine" l join "Account" a on a."id" = l."accountId" where l."ledgerAccount" = 'customerCredit'
      group by 1, 2, 3, 4, 5 having sum(l."amountMinor") <> 0
      order by ${raw(`${heldCreditOrders[sort]} ${direction}`)}, "nameSearch", "accountId", "currency" limit ${take} offset ${skip}`;
