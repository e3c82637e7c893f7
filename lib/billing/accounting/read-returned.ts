import type { RefundStatus } from "@/lib/platform/db/generated/enums";
import { keysetSql, type SqlKey } from "@/lib/platform/db/keyset-sql";
import type { ScopedDb, Transaction } from "@/lib/platform/db/scoped-db";
import { type Sql, sql } from "@/lib/platform/db/sql";
import { COUNT_LIMIT } from "@/lib/platform/kernel/page";
import type { Direction } from "@/lib/platform/kernel/sort";

export interface ReturnedRow {
  readonly id: string;
  readonly kind: "refund" | "creditNote";
  readonly accountId: string;
  readonly accountNumber: string;
  readonly accountName: string;
  readonly number: string | null;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly at: Date;
  readonly reason: string;
  readonly issuedBy: string;
  readonly status: RefundStatus | null;
  readonly aboutId: string;
}

interface ListedRow extends ReturnedRow {
  readonly keys: readonly (string | null)[];
}

/** Sort keys. */
export const returnedOrders = {
  account: { column: sql`"accountSearch"` },
  what: { column: sql`"kind"` },
  reason: { column: sql`"reason"` },
  at: { column: sql`"at"`, type: "timestamptz" },
  status: { column: sql`"status"`, nulls: "last" },
  amount: { column: sql`"amountMinor"`, type: "bigint" },
} satisfies Record<string, Omit<SqlKey, "direction">>;

interface Asked {
  readonly page: number;
  readonly cursor?: string | undefined;
  readonly sort: keyof typeof returnedOrders;
  readonly direction: Direction;
}

interface Wanted {
  readonly from: Date;
  readonly until: Date;
  readonly kind: ReturnedRow["kind"] | undefined;
}

/** Refunds and credit notes in a period, with the total count. */
export async function readReturned(db: ScopedDb, wanted: Wanted, asked: Asked) {
  const all = everything(wanted);
  const tx = db as Transaction;
  const list = keysetSql("accounting.list-returned", keysOf(asked), asked);
  const parts = list.parts.map(
    (part) =>
      tx.$queryRaw<
        ListedRow[]
      >`select r.*, ${list.keys} as "keys" from (${all}) r where ${part} order by ${list.order} ${list.limit}`,
  );
  const found = (await Promise.all(parts)).flat();
  const [count] = await tx.$queryRaw<
    { n: bigint }[]
  >`select count(*) as n from (select from (${all}) r limit ${COUNT_LIMIT}) r`;
  return list.page(found, Number(count?.n ?? 0n));
}

const keysOf = ({ sort, direction }: Asked): SqlKey[] => [
  { ...returnedOrders[sort], direction },
  ...(sort === "at" ? [] : [{ ...returnedOrders.at, direction: "desc" } as const]),
  { column: sql`"id"`, type: "uuid", direction: "asc" },
];

function everything({ from, until, kind }: Wanted): Sql {
  const refunds = sql`select r."id", 'refund' as "kind", r."accountId", a."number" as "accountNumber",
      a."name" as "accountName", a."nameSearch" as "accountSearch", null as "number", r."amountMinor", r."currency", r."createdAt" as "at", r."reason",
      r."issuedByName" as "issuedBy", r."status"::text as "status", r."paymentId" as "aboutId"
    from "Refund" r join "Account" a on a."id" = r."accountId" where r."createdAt" >= ${from} and r."createdAt" < ${until}`;
  const notes = sql`select c."id", 'creditNote' as "kind", c."accountId", a."number" as "accountNumber",
      a."name" as "accountName", a."nameSearch" as "accountSearch", c."number", c."totalMinor" as "amountMinor", c."currency", c."issuedAt" as "at", c."reason",
      c."issuedByName" as "issuedBy", null as "status", c."invoiceId" as "aboutId"
    from "CreditNote" c join "Account" a on a."id" = c."accountId" where c."issuedAt" >= ${from} and c."issuedAt" < ${until}`;
  if (kind === "refund") return refunds;
  return kind === "creditNote" ? notes : sql`${refunds} union all ${notes}`;
}
