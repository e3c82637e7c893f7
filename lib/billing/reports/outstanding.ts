import { readRows } from "@/lib/platform/db/read-rows";
import type { Transaction } from "@/lib/platform/db/scoped-db";
import { join, raw, type Sql, sql } from "@/lib/platform/db/sql";
import { addDays, isoOrNull } from "@/lib/platform/kernel/dates";
import type { DayPeriod } from "@/lib/platform/kernel/day-period";
import { money } from "@/lib/platform/kernel/money";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import type { ReportBody, ReportPart, ReportRow, RowsWanted } from "./table";

/** Ages in days after the due date, with their columns. */
const ages = [
  { key: "notDue", header: msg("Not due yet"), until: 0 },
  { key: "month", header: msg("1–30 days overdue"), until: 30 },
  { key: "quarter", header: msg("31–90 days overdue"), until: 90 },
  { key: "older", header: msg("Over 90 days overdue"), until: null },
] as const;

type Age = (typeof ages)[number]["key"];

interface Open {
  readonly number: string;
  readonly dueAt: Date | null;
  readonly age: Age;
  readonly owed: bigint;
}

type Sums = { readonly currency: string; readonly count: bigint } & Record<Age, bigint>;

/** Balance due at the end of the last day, by invoice and age. Works for any past day. */
export async function outstanding({ db, account }: Context<"account">, { end }: DayPeriod): Promise<ReportBody> {
  const open = openAt(account.id, end);
  return {
    title: t("Outstanding"),
    says: t("Balance due at the end of the last day, by days overdue. The start date has no effect."),
    columns: [
      { key: "invoice", header: t("Invoice"), type: "text" },
      { key: "due", header: t("Due date"), type: "date" },
      ...ages.map(({ key, header }) => ({ key, header: t(header), type: "money" as const })),
    ],
    async parts() {
      const sums = await (db as Transaction).$queryRaw<Sums[]>`
        select "currency", sum("invoices")::bigint as "count", ${join(ages.map(sumOf))} from (${partsOf(account.id, end)}) o
        group by "currency" having sum("invoices") <> 0 order by "currency"`;
      return sums.map(
        (row): ReportPart => ({
          currency: row.currency,
          count: Number(row.count),
          totals: [null, null, ...ages.map(({ key }) => row[key])],
        }),
      );
    },
    rows: (wanted) => linesOf(db as Transaction, open, wanted),
  };
}

const sumOf = ({ key }: { readonly key: Age }): Sql =>
  sql`coalesce(sum("owed") filter (where "age" = ${key}), 0)::bigint as ${raw(`"${key}"`)}`;

async function* linesOf(db: Transaction, open: Sql, { currency, most }: RowsWanted): AsyncGenerator<ReportRow[]> {
  const inOrder = sql`select * from (${open}) o where "currency" = ${currency} order by "dueAt", "id"`;
  for await (const rows of readRows<Open>(db, "report_outstanding", inOrder, most)) {
    yield rows.map(({ number, dueAt, age, owed }) => {
      const left = money(owed, currency);
      return { currency, cells: [number, isoOrNull(dueAt), ...ages.map(({ key }) => (key === age ? left : null))] };
    });
  }
}

const ageAt = (end: Date): Sql => sql`case when i."dueAt" is null or i."dueAt" >= ${end} then 'notDue'
  when i."dueAt" >= ${addDays(end, -30)} then 'month' when i."dueAt" >= ${addDays(end, -90)} then 'quarter' else 'older' end`;

const openToday = sql`case i."statusKey" when 'open' then i."dueMinor" else 0 end`;

/** What was posted to the account's invoices since. */
const postedSince = (accountId: string, end: Date): Sql => sql`
  select l."invoiceId", l."currency", -l."amountMinor" as "minor"
  from "LedgerEntry" e join "LedgerLine" l on l."accountId" = e."accountId" and l."entryId" = e."id"
  where e."accountId" = ${accountId}::uuid and e."at" >= ${end} and l."ledgerAccount" = 'receivable' and l."invoiceId" is not null`;

/** What the totals are the sums of: what is due today, from an index alone, and the changes since, of few invoices. */
const partsOf = (accountId: string, end: Date): Sql => sql`
  select i."currency", ${ageAt(end)} as "age", i."dueMinor" as "owed", (i."dueMinor" <> 0)::int as "invoices"
  from "Invoice" i where i."accountId" = ${accountId}::uuid and i."statusKey" = 'open'
  union all select m."currency", ${ageAt(end)}, m."minor", (${openToday} + m."minor" <> 0)::int - (${openToday} <> 0)::int
  from (select "invoiceId", "currency", sum("minor")::bigint as "minor" from (${postedSince(accountId, end)}) p group by 1, 2) m
    join "Invoice" i on i."accountId" = ${accountId}::uuid and i."id" = m."invoiceId"`;

/**
 * What is due today, less what was posted since. A part of a day overdue counts as a day.
 */
const openAt = (accountId: string, end: Date): Sql => sql`
  select i."id", i."number", i."dueAt", i."currency", o."owed", ${ageAt(end)} as "age"
  from (
    select "invoiceId", "currency", sum("minor")::bigint as "owed" from (
      select "id" as "invoiceId", "currency", "dueMinor" as "minor" from "Invoice"
      where "accountId" = ${accountId}::uuid and "statusKey" = 'open'
      union all ${postedSince(accountId, end)}
    ) m group by "invoiceId", "currency"
  ) o join "Invoice" i on i."accountId" = ${accountId}::uuid and i."id" = o."invoiceId"
  where o."owed" <> 0`;
