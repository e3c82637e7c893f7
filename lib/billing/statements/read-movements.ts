import type { LedgerKind } from "@/lib/platform/db/generated/enums";
import { readRows } from "@/lib/platform/db/read-rows";
import type { Transaction } from "@/lib/platform/db/scoped-db";
import { type Sql, sql } from "@/lib/platform/db/sql";
import type { DayPeriod } from "@/lib/platform/kernel/day-period";
import type { Context } from "@/lib/platform/operations/operation";

/** What one ledger entry adds to and subtracts from the balance in one currency. */
export interface MovementRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: LedgerKind;
  readonly memo: string;
  readonly currency: string;
  readonly invoiceId: string | null;
  readonly charge: bigint;
  readonly credit: bigint;
}

export interface BalanceRow {
  readonly currency: string;
  readonly opening: bigint;
  readonly charges: bigint;
  readonly credits: bigint;
  readonly movements: number;
}

/** The movements of a period in one currency, oldest first; `most` is that of `readRows`. */
export const readMovements = (
  { db, account }: Context<"account">,
  period: DayPeriod,
  { currency, most }: { readonly currency: string; readonly most?: number },
): AsyncGenerator<MovementRow[]> =>
  readRows<MovementRow>(
    db,
    "statement_movements",
    // Entries of the same instant sort by id, which follows write order; a transaction's start time doesn't.
    sql`select * from (${movementsIn(account.id, period)}) m where "currency" = ${currency} order by "at", "id"`,
    most,
  );

/** The most movements there can be: all entries of the period, counted no further than `most`. */
export const countMovements = ({ db, account }: Context<"account">, { start, end }: DayPeriod, most: number) =>
  db.ledgerEntry.count({ where: { accountId: account.id, at: { gte: start, lt: end } }, take: most });

/**
 * Opening balance and totals, per currency. The closing balance is today's, which the database keeps, less what was
 * posted since, and the opening balance follows: adding up all that came before would read an account's whole history.
 */
export async function readBalances({ db, account }: Context<"account">, period: DayPeriod): Promise<BalanceRow[]> {
  const rows = await (db as Transaction).$queryRaw<(Omit<BalanceRow, "movements"> & { movements: bigint })[]>`
    with closed as (
      select "currency", sum("minor")::bigint as "closing" from (
        select "currency", "balanceMinor" as "minor" from "StatementBalance" where "accountId" = ${account.id}::uuid
        union all select l."currency", -l."amountMinor"
          from "LedgerEntry" e join "LedgerLine" l on l."accountId" = e."accountId" and l."entryId" = e."id"
          where e."accountId" = ${account.id}::uuid and e."at" >= ${period.end}
            and l."ledgerAccount" in ('receivable', 'customerCredit')
      ) b group by "currency"
    ), moved as (
      select "currency", sum("charge")::bigint as "charges", sum("credit")::bigint as "credits", count(*) as "movements"
      from (${movementsIn(account.id, period)}) m group by "currency"
    )
    select "currency", "closing" - "charges" + "credits" as "opening", "charges", "credits", "movements" from (
      select "currency", coalesce("closing", 0) as "closing", coalesce("charges", 0) as "charges",
        coalesce("credits", 0) as "credits", coalesce("movements", 0) as "movements"
      from closed full join moved using ("currency")
    ) b where "closing" - "charges" + "credits" <> 0 or "movements" > 0 order by "currency"`;
  return rows.map((row) => ({ ...row, movements: Number(row.movements) }));
}

/**
 * The entries that change the balance: receivables and account credit. A payment for a written-off invoice appears on both
 * sides: it was paid, and the written-off debt is due again by the same amount. Credit applied to an invoice doesn't
 * change the balance. Only an invoice's own entries name it; payments and credit notes have their own documents.
 */
function movementsIn(accountId: string, { start, end }: DayPeriod): Sql {
  return sql`
    select "id", "at", "kind", "memo", "currency", "invoiceId",
      greatest("net", 0) + "through" as "charge", greatest(-"net", 0) + "through" as "credit"
    from (
      select e."id", e."at", e."kind"::text as "kind", e."memo", l."currency",
        case when e."kind"::text like 'invoice%' then (array_agg(l."invoiceId") filter (where l."invoiceId" is not null))[1] end as "invoiceId",
        coalesce(sum(l."amountMinor") filter (where l."ledgerAccount" in ('receivable', 'customerCredit')), 0)::bigint as "net",
        case when coalesce(sum(l."amountMinor") filter (where l."ledgerAccount" = 'cash'), 0) = 0 then 0
          else abs(coalesce(sum(l."amountMinor") filter (where l."ledgerAccount" = 'badDebt'), 0)) end::bigint as "through"
      from "LedgerEntry" e join "LedgerLine" l on l."accountId" = e."accountId" and l."entryId" = e."id"
      where e."accountId" = ${accountId}::uuid and e."at" >= ${start} and e."at" < ${end}
      group by e."id", l."currency"
    ) sides
    where "net" <> 0 or "through" <> 0`;
}
