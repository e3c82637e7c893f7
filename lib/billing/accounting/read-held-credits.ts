import type { ScopedDb, Transaction } from "@/lib/platform/db/scoped-db";
import { raw } from "@/lib/platform/db/sql";
import type { Direction } from "@/lib/platform/kernel/sort";

export interface HeldCredit {
  readonly accountId: string;
  readonly number: string;
  readonly name: string;
  readonly currency: string;
  readonly minor: bigint;
}

/** Sort keys. */
export const heldCreditOrders = { account: '"nameSearch"', number: '"number"', credit: '"creditMinor"' } as const;

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
      select b."accountId", a."number", a."name", b."currency", b."creditMinor" as "minor"
      from "CreditBalance" b join "Account" a on a."id" = b."accountId" where b."creditMinor" <> 0
      order by ${raw(`${heldCreditOrders[sort]} ${direction}`)}, a."nameSearch", b."accountId", b."currency" limit ${take} offset ${skip}`;
