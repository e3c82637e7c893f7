import { dueSql } from "@/lib/billing/core/receivables/due-by-currency";
import type { InvoiceStatus } from "@/lib/platform/db/generated/client";
import { keysetSql, type SqlKey } from "@/lib/platform/db/keyset-sql";
import { queryRows } from "@/lib/platform/db/query-rows";
import { join, type Sql, sql } from "@/lib/platform/db/sql";
import { COUNT_LIMIT } from "@/lib/platform/kernel/page";
import type { Direction } from "@/lib/platform/kernel/sort";
import { accessibleSql } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { type SearchedWord, searchedWords } from "@/lib/platform/operations/search-account";
import type { InvoiceFilter } from "./schema";

/** Drafts have no dates: they sort first by issue date and last by due date. */
export const orders = {
  number: (to) => [key(sql`i."number"`, undefined, to, firstIf(to === "desc"))],
  status: (to) => [key(sql`i."status"`, sql`"InvoiceStatus"`, to), due(to)],
  issued: (to) => [issued(to)],
  due: (to) => [due(to), issued("desc")],
  total: (to) => [key(sql`i."totalMinor"`, "bigint", to), issued("desc")],
  toPay: (to) => [key(sql`i."dueMinor"`, "bigint", to), issued("desc")],
} satisfies Record<string, (to: Direction) => SqlKey[]>;

const key = (column: Sql, type: SqlKey["type"], direction: Direction, nulls?: SqlKey["nulls"]): SqlKey => ({
  column,
  type,
  direction,
  ...(nulls && { nulls }),
});
const firstIf = (first: boolean) => (first ? "first" : "last");
const issued = (to: Direction) => key(sql`i."issuedAt"`, "timestamptz", to, firstIf(to === "desc"));
const due = (to: Direction) => key(sql`i."dueAt"`, "timestamptz", to, "last");

interface Asked {
  readonly page: number;
  readonly cursor?: string | undefined;
  readonly sort: keyof typeof orders;
  readonly direction: Direction;
  readonly status?: InvoiceFilter | undefined;
  readonly year?: number | undefined;
  readonly q: string;
}

/** Amounts are text: JSON has no whole numbers of their size. */
interface InvoiceRow {
  readonly id: string;
  readonly number: string | null;
  readonly status: InvoiceStatus;
  readonly currency: string;
  readonly totalMinor: string;
  readonly paidMinor: string;
  readonly creditedMinor: string;
  readonly issuedAt: string | null;
  readonly dueAt: string | null;
  readonly keys: readonly (string | null)[];
}

interface DueRow {
  readonly currency: string;
  readonly due: string;
  readonly overdue: string;
  readonly unpaidCount: number;
  readonly overdueCount: number;
  readonly nextDueAt: string | null;
}

interface InvoicesRow {
  /** In parts that follow each other. */
  readonly found: readonly (readonly InvoiceRow[])[];
  readonly total: bigint;
  readonly due: readonly DueRow[];
  readonly firstIssued: Date | null;
  readonly lastIssued: Date | null;
}

/**
 * A page of the invoices the viewer may see, how many there are, and over all of them the balance due and the time of
 * issue: one statement, because this list is opened most.
 */
export async function readInvoices(context: Context<"account">, asked: Asked) {
  const { db, now } = context;
  const visible = accessibleSql(context, "billing.invoices.view", "i");
  const words = await searchedWords(db, asked.q, ["invoice"]);
  const wanted = join([visible, ...filtersOf(asked, now), ...words.map(withWord)], " and ");
  const byId = key(sql`i."id"`, "uuid", asked.direction);
  const list = keysetSql("invoices.list", [...orders[asked.sort](asked.direction), byId], asked);
  const part = (beyond: Sql) => sql`select i."id", i."number", i."status", i."currency", i."totalMinor"::text,
    i."paidMinor"::text, i."creditedMinor"::text, i."issuedAt", i."dueAt", ${list.keys} as "keys"
    from "Invoice" i where ${wanted} and ${beyond} order by ${list.order} ${list.limit}`;
  const [row] = await queryRows<InvoicesRow>(
    db,
    sql`select json_build_array(${join(list.parts.map((one) => sql`(select coalesce(json_agg(r), '[]') from (${part(one)}) r)`))}) as "found",
      (select count(*) from (select from "Invoice" i where ${wanted} limit ${COUNT_LIMIT}) c) as "total",
      (select coalesce(json_agg(d), '[]') from (select "currency", "dueMinor"::text as "due", "overdueMinor"::text as "overdue",
        "unpaidCount", "overdueCount", "nextDueAt" from (${dueSql(context)}) o) d) as "due",
      (${issuedOn(visible, sql`asc`)}) as "firstIssued", (${issuedOn(visible, sql`desc`)}) as "lastIssued"`,
    { last: true },
  );
  if (row === undefined) throw new Error("A statement without a condition returned no row.");
  const { found, total, ...others } = row;
  return { ...list.page(found.flat(), Number(total)), ...others };
}

/** The first or last time of issue: one row from the end of an index. */
const issuedOn = (visible: Sql, to: Sql): Sql =>
  sql`select i."issuedAt" from "Invoice" i where ${visible} and i."issuedAt" is not null order by i."issuedAt" ${to} limit 1`;

function withWord(word: SearchedWord): Sql {
  const ids = word.ids("invoice");
  // Known when the statement is planned, so that nothing is read for the other words.
  if (ids?.length === 0) return sql`false`;
  return ids === null ? sql`i."numberSearch" like ${word.pattern}` : sql`i."id" = any(${ids}::uuid[])`;
}

function filtersOf({ status, year }: Asked, now: Date): Sql[] {
  const filters: Sql[] = [];
  if (status !== undefined) filters.push(standing(status, now));
  if (year !== undefined) {
    const [from, until] = [new Date(Date.UTC(year, 0)), new Date(Date.UTC(year + 1, 0))];
    filters.push(sql`i."issuedAt" >= ${from} and i."issuedAt" < ${until}`);
  }
  return filters;
}

function standing(filter: InvoiceFilter, now: Date): Sql {
  if (filter === "unpaid") return sql`i."statusKey" = 'open'`;
  if (filter === "overdue") return sql`i."statusKey" = 'open' and i."dueAt" < ${now}`;
  if (filter === "open") return sql`i."statusKey" = 'open' and (i."dueAt" is null or i."dueAt" >= ${now})`;
  return sql`i."statusKey" = ${filter}`;
}
