import { keysetSql, type SqlKey } from "@/lib/platform/db/keyset-sql";
import type { ScopedDb, Transaction } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";
import type { Direction } from "@/lib/platform/kernel/sort";

export interface HeldCredit {
  readonly accountId: string;
  readonly number: string;
  readonly name: string;
  readonly currency: string;
  readonly minor: bigint;
  readonly keys: readonly string[];
}

/** Sort keys. */
export const heldCreditOrders = {
  account: { column: sql`a."nameSearch"` },
  number: { column: sql`a."number"` },
  credit: { column: sql`b."creditMinor"`, type: "bigint" },
} satisfies Record<string, Omit<SqlKey, "direction">>;

interface Asked {
  readonly page: number;
  readonly cursor?: string | undefined;
  readonly sort: keyof typeof heldCreditOrders;
  readonly direction: Direction;
}

/** Account credit, one row per account and currency. */
export async function readHeldCredits(db: ScopedDb, asked: Asked) {
  const list = keysetSql("accounting.list-held-credits", keysOf(asked), asked);
  const read = list.parts.map(
    (part) => (db as Transaction).$queryRaw<HeldCredit[]>`
      select b."accountId", a."number", a."name", b."currency", b."creditMinor" as "minor", ${list.keys} as "keys"
      from "CreditBalance" b join "Account" a on a."id" = b."accountId" where b."creditMinor" <> 0 and ${part}
      order by ${list.order} ${list.limit}`,
  );
  const found = (await Promise.all(read)).flat();
  return (counted: number) => list.page(found, counted);
}

const keysOf = ({ sort, direction }: Asked): SqlKey[] => [
  { ...heldCreditOrders[sort], direction },
  ...(sort === "account" ? [] : [{ ...heldCreditOrders.account, direction: "asc" } as const]),
  { column: sql`b."accountId"`, type: "uuid", direction: "asc" },
  { column: sql`b."currency"`, direction: "asc" },
];
