import type { RefundStatus } from "@/lib/platform/db/generated/enums";
import type { ScopedDb, Transaction } from "@/lib/platform/db/scoped-db";
import { raw, type Sql, sql } from "@/lib/platform/db/sql";
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

/** Sort keys. */
export const returnedOrders = {
  account: '"accountSearch"',
  what: '"kind"',
  reason: '"reason"',
  at: '"at"',
  status: '"status"',
  amount: '"amountMinor"',
} as const;

interface Order {
  readonly sort: keyof typeof returnedOrders;
  readonly direction: Direction;
}

interface Wanted {
  readonly from: Date;
  readonly until: Date;
  readonly kind: ReturnedRow["kind"] | undefined;
}

/** Refunds and credit notes in a period, with the total count. */
export async function readReturned(
  db: ScopedDb,
  wanted: Wanted,
  { sort, direction }: Order,
  { skip, take }: { readonly skip: number; readonly take: number },
): Promise<{ readonly rows: ReturnedRow[]; readonly total: number }> {
  const all = everything(wanted);
  const tx = db as Transaction;
  const rows = await tx.$queryRaw<
    ReturnedRow[]
  >`select * from (${all}) r order by ${raw(`${returnedOrders[sort]} ${direction} nulls last`)}, "at" desc, "id" limit ${take} offset ${skip}`;
  const [count] = await tx.$queryRaw<
    { n: bigint }[]
  >`select count(*) as n from (select from (${all}) r limit ${COUNT_LIMIT}) r`;
  return { rows, total: Number(count?.n ?? 0n) };
}

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
