import { readRows } from "@/lib/platform/db/read-rows";
import type { ScopedDb, Transaction } from "@/lib/platform/db/scoped-db";
import { join, raw, type Sql, sql } from "@/lib/platform/db/sql";
import { type Age, ages } from "@/lib/platform/kernel/ages";
import { addDays } from "@/lib/platform/kernel/dates";
import { escapeLike } from "@/lib/platform/kernel/search-filter";
import { searchWords } from "@/lib/platform/kernel/search-text";

export interface ReceivableRow extends Record<Age, bigint> {
  readonly accountId: string;
  readonly number: string;
  readonly name: string;
  readonly currency: string;
  readonly total: bigint;
  readonly invoices: bigint;
}

export interface ReceivableFilters {
  readonly q: string;
  readonly currency?: string | undefined;
  /** Only accounts with a balance due of this age. */
  readonly age?: Age | undefined;
}

interface Order {
  readonly sort: Age | "total" | "name";
  readonly direction: "asc" | "desc";
}

/**
 * Balance due per account and currency, by days overdue. Amounts of different currencies are sorted as plain numbers.
 */
export function readReceivables(
  db: ScopedDb,
  now: Date,
  filters: ReceivableFilters,
  { sort, direction }: Order,
  slice: { skip: number; take: number },
): Promise<ReceivableRow[]> {
  const by = raw(`"${sort === "name" ? "nameSearch" : sort}" ${direction}`);
  const part = sql`limit ${slice.take} offset ${slice.skip}`;
  return (db as Transaction)
    .$queryRaw`${byAccount(now, filters)} order by ${by}, "nameSearch", "accountId", "currency" ${part}`;
}

/** All of them, the highest balance first, for a file. */
export const eachReceivable = (db: ScopedDb, now: Date, filters: ReceivableFilters): AsyncGenerator<ReceivableRow[]> =>
  readRows<ReceivableRow>(
    db,
    "receivables",
    sql`${byAccount(now, filters)} order by "total" desc, "nameSearch", "accountId", "currency"`,
  );

export async function countReceivables(db: ScopedDb, now: Date, filters: ReceivableFilters): Promise<number> {
  const [row] = await (db as Transaction).$queryRaw<
    { n: bigint }[]
  >`select count(*) as n from (${byAccount(now, filters)}) r`;
  return Number(row?.n ?? 0n);
}

/** Totals over all accounts, one row per currency. */
export const receivableTotals = (db: ScopedDb, now: Date): Promise<ReceivableRow[]> =>
  (db as Transaction).$queryRaw`select i."currency", ${sums(now)} from "Invoice" i where i."status" = 'open'
    group by i."currency" order by i."currency"`;

function byAccount(now: Date, { q, currency, age }: ReceivableFilters): Sql {
  const wanted = [
    sql`i."status" = 'open'`,
    ...searchWords(q).map((word) => sql`a."search" like ${`%${escapeLike(word)}%`}`),
    ...(currency === undefined ? [] : [sql`i."currency" = ${currency}`]),
  ];
  const having = age === undefined ? sql`sum(${due}) <> 0` : sql`${sumOf(age, now)} <> 0`;
  return sql`select i."accountId", a."number", a."name", a."nameSearch", i."currency", ${sums(now)}
    from "Invoice" i join "Account" a on a."id" = i."accountId" where ${join(wanted, " and ")}
    group by i."accountId", a."number", a."name", a."nameSearch", i."currency" having ${having}`;
}

const due = raw(`(i."totalMinor" - i."paidMinor" - i."creditedMinor")`);

const sums = (now: Date): Sql =>
  sql`${join(ages.map((age) => sql`${sumOf(age, now)} as ${raw(`"${age}"`)}`))},
    sum(${due})::bigint as "total", count(*) as "invoices"`;

const sumOf = (age: Age, now: Date): Sql => sql`coalesce(sum(${due}) filter (where ${within[age](now)}), 0)::bigint`;

const before = (now: Date, days: number): Sql => sql`i."dueAt" < ${addDays(now, -days)}`;

/** An invoice is overdue from the moment after its due date; each age ends with its last whole day. */
const within: Record<Age, (now: Date) => Sql> = {
  current: (now) => sql`(${before(now, 0)}) is not true`,
  to30: (now) => sql`${before(now, 0)} and not ${before(now, 30)}`,
  to60: (now) => sql`${before(now, 30)} and not ${before(now, 60)}`,
  to90: (now) => sql`${before(now, 60)} and not ${before(now, 90)}`,
  over90: (now) => before(now, 90),
};
