import { keysetSql, type SqlKey } from "@/lib/platform/db/keyset-sql";
import { readRows } from "@/lib/platform/db/read-rows";
import type { ScopedDb, Transaction } from "@/lib/platform/db/scoped-db";
import { join, raw, type Sql, sql } from "@/lib/platform/db/sql";
import { type Age, ages } from "@/lib/platform/kernel/ages";
import { dayOf } from "@/lib/platform/kernel/calendar-day";
import { addDays } from "@/lib/platform/kernel/dates";
import { COUNT_LIMIT } from "@/lib/platform/kernel/page";
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

interface ListedRow extends ReceivableRow {
  readonly keys: readonly string[];
}

export interface ReceivableFilters {
  readonly q: string;
  readonly currency?: string | undefined;
  /** Only accounts with a balance due of this age. */
  readonly age?: Age | undefined;
}

interface Asked extends ReceivableFilters {
  readonly sort: Age | "total" | "name";
  readonly direction: "asc" | "desc";
  readonly page: number;
  readonly cursor?: string | undefined;
}

/**
 * Balance due per account and currency, by days overdue. Amounts of different currencies are sorted as plain numbers.
 * The balances are kept by the database; only the rows shown are split by age, unless an age is what they are sorted by.
 */
export async function readReceivables(db: ScopedDb, now: Date, asked: Asked) {
  const list = keysetSql("accounting.list-receivables", keysOf(asked), asked);
  const balances = balancesDue(now, asked);
  const isSplit = asked.sort !== "total" && asked.sort !== "name";
  const of = (rows: Sql, part: Sql) =>
    sql`select * from (${rows}) r where ${part} order by ${list.order} ${list.limit}`;
  const read = list.parts.map((part) => {
    const rows = isSplit ? of(splitByAge(now, balances), part) : splitByAge(now, of(balances, part));
    return (db as Transaction).$queryRaw<
      ListedRow[]
    >`select r.*, ${list.keys} as "keys" from (${rows}) r order by ${list.order}`;
  });
  const found = (await Promise.all(read)).flat();
  return (counted: number) => list.page(found, counted);
}

/** All of them, the highest balance first, for a file. */
export function eachReceivable(db: ScopedDb, now: Date, filters: ReceivableFilters): AsyncGenerator<ReceivableRow[]> {
  const by = raw('"total" desc, "nameSearch", "accountId", "currency"');
  return readRows(db, "receivables", sql`${splitByAge(now, balancesDue(now, filters))} order by ${by}`);
}

/** Counts as far as a list's total is told, unless more matter. */
export async function countReceivables(
  db: ScopedDb,
  now: Date,
  filters: ReceivableFilters,
  most = COUNT_LIMIT,
): Promise<number> {
  const [row] = await (db as Transaction).$queryRaw<{ n: bigint }[]>`select count(*) as n from (
    select from "Receivable" r ${filters.q === "" ? sql`` : sql`join "Account" a on a."id" = r."accountId"`}
    where ${wanted(now, filters)} limit ${most}) r`;
  return Number(row?.n ?? 0n);
}

/**
 * Totals over all accounts, one row per currency. Whole days are added up by the database as they change; the days on
 * which an age begins are split by the minute, from their invoices.
 */
export function receivableTotals(db: ScopedDb, now: Date): Promise<ReceivableRow[]> {
  const starts = [0, 30, 60, 90].map((days) => dayOf(addDays(now, -days)));
  const onThem = starts.map(
    (day) =>
      sql`("dueAt" >= ${day}::timestamp at time zone 'UTC' and "dueAt" < (${day}::timestamp + interval '1 day') at time zone 'UTC')`,
  );
  return (db as Transaction)
    .$queryRaw`select i."currency", ${sums(now)}, sum(i."dueMinor")::bigint as "total", sum(i."invoices")::bigint as "invoices"
    from (
      select "currency", "dueOn"::timestamp at time zone 'UTC' as "dueAt", "dueMinor", "invoices" from "ReceivableDay"
        where "dueOn" is null or "dueOn" <> all (${starts}::date[])
      union all
      select "currency", "dueAt", "dueMinor", 1 from "Invoice" where "statusKey" = 'open' and (${join(onThem, " or ")})
    ) i group by i."currency" having sum(i."invoices") <> 0 order by i."currency"`;
}

function keysOf({ sort, direction }: Asked): SqlKey[] {
  const column = (name: string, type?: SqlKey["type"], to: Asked["direction"] = "asc"): SqlKey => ({
    column: raw(`"${name}"`),
    type,
    direction: to,
  });
  const byName = sort === "name" ? column("nameSearch", undefined, direction) : column("nameSearch");
  const byAmount = sort === "name" ? [] : [column(sort, "bigint", direction)];
  return [...byAmount, byName, column("accountId", "uuid"), column("currency")];
}

const balancesDue = (now: Date, filters: ReceivableFilters): Sql =>
  sql`select r."accountId", a."number", a."name", a."nameSearch", r."currency", r."dueMinor" as "total", r."invoices"::bigint
    from "Receivable" r join "Account" a on a."id" = r."accountId" where ${wanted(now, filters)}`;

const splitByAge = (now: Date, balances: Sql): Sql =>
  sql`select p.*, s.* from (${balances}) p, lateral (select ${sums(now)} from "Invoice" i
    where i."accountId" = p."accountId" and i."currency" = p."currency" and i."statusKey" = 'open') s`;

function wanted(now: Date, { q, currency, age }: ReceivableFilters): Sql {
  const conditions = [
    sql`r."dueMinor" <> 0`,
    ...searchWords(q).map(withWord),
    ...(currency === undefined ? [] : [sql`r."currency" = ${currency}`]),
    ...(age === undefined ? [] : [ofAge(age, now)]),
  ];
  return join(conditions, " and ");
}

/**
 * One or two letters have no trigram and are in the middle of thousands of names: they are how a name begins, which an index
 * finds.
 */
const withWord = (word: string): Sql =>
  word.length < 3
    ? sql`a."nameSearch" like ${`${escapeLike(word)}%`}`
    : sql`a."search" like ${`%${escapeLike(word)}%`}`;

/**
 * An open invoice of that age with an amount due. Few accounts have one of most ages: they are found by the due dates of
 * open invoices. An EXISTS for each account would ask thousands of them in vain.
 */
const ofAge = (age: Age, now: Date): Sql => sql`(r."accountId", r."currency") in (select i."accountId", i."currency"
  from "Invoice" i where i."statusKey" = 'open' and i."dueMinor" <> 0 and ${within[age](now)})`;

const sums = (now: Date): Sql => join(ages.map((age) => sql`${sumOf(age, now)} as ${raw(`"${age}"`)}`));

const sumOf = (age: Age, now: Date): Sql =>
  sql`coalesce(sum(i."dueMinor") filter (where ${within[age](now)}), 0)::bigint`;

const before = (now: Date, days: number): Sql => sql`i."dueAt" < ${addDays(now, -days)}`;

/** An invoice is overdue from the moment after its due date; each age ends with its last whole day. */
const within: Record<Age, (now: Date) => Sql> = {
  current: (now) => sql`(i."dueAt" >= ${now} or i."dueAt" is null)`,
  to30: (now) => sql`${before(now, 0)} and not ${before(now, 30)}`,
  to60: (now) => sql`${before(now, 30)} and not ${before(now, 60)}`,
  to90: (now) => sql`${before(now, 60)} and not ${before(now, 90)}`,
  over90: (now) => before(now, 90),
};
