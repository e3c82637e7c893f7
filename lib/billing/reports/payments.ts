import { readRows } from "@/lib/platform/db/read-rows";
import type { Transaction } from "@/lib/platform/db/scoped-db";
import { type Sql, sql } from "@/lib/platform/db/sql";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import type { DayPeriod } from "@/lib/platform/kernel/day-period";
import { money } from "@/lib/platform/kernel/money";
import { t, translated } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import type { ReportBody, ReportPart, ReportRow, RowsWanted } from "./table";

const REFUNDED = 2;
const RETURNED = 3;

/** Amounts are in minor units; one of the two is null. */
interface Moved {
  readonly kind: number;
  readonly at: Date | null;
  readonly currency: string;
  readonly method: string;
  readonly description: string;
  readonly received: bigint | null;
  readonly returned: bigint | null;
}

/** Payments, refunds and reversals, oldest first. */
export async function payments({ db, account }: Context<"account">, period: DayPeriod): Promise<ReportBody> {
  const moved = movedIn(account.id, period);
  return {
    title: t("Payments"),
    says: t("Payments by date received; refunds and bank reversals by date paid out."),
    columns: [
      { key: "date", header: t("Date"), type: "date" },
      { key: "method", header: t("Payment method"), type: "text" },
      { key: "for", header: t("Description"), type: "text" },
      { key: "received", header: t("Paid"), type: "money" },
      { key: "returned", header: t("Refunded"), type: "money" },
    ],
    async parts() {
      const sums = await (db as Transaction).$queryRaw<
        { currency: string; count: bigint; received: bigint | null; returned: bigint | null }[]
      >`select "currency", count(*) as "count", sum("received")::bigint as "received", sum("returned")::bigint as "returned"
        from (${moved}) m group by "currency" order by "currency"`;
      return sums.map(
        ({ currency, count, received, returned }): ReportPart => ({
          currency,
          count: Number(count),
          totals: [null, null, null, received ?? 0n, returned ?? 0n],
        }),
      );
    },
    rows: (wanted) => linesOf(db as Transaction, moved, wanted),
  };
}

async function* linesOf(db: Transaction, moved: Sql, { currency, most }: RowsWanted): AsyncGenerator<ReportRow[]> {
  const inOrder = sql`select * from (${moved}) m where "currency" = ${currency} order by "at", "kind", "id"`;
  for await (const rows of readRows<Moved>(db, "report_payments", inOrder, most)) {
    yield rows.map(({ kind, at, method, description, received, returned }) => ({
      currency,
      cells: [
        isoOrNull(at),
        translated(method),
        whatFor(kind, description),
        received === null ? null : money(received, currency),
        returned === null ? null : money(returned, currency),
      ],
    }));
  }
}

function whatFor(kind: number, description: string): string {
  if (kind === RETURNED) return t("Reversed by the bank");
  return kind === REFUNDED ? t("Refund: {reason}", { reason: description }) : description;
}

/** A disputed payment is reversed only once the dispute is lost. */
const movedIn = (accountId: string, { start, end }: DayPeriod): Sql => sql`
  select 1 as "kind", p."id", p."receivedAt" as "at", p."currency", p."method", coalesce((
      select string_agg(i."number", ', ' order by a."id") from "PaymentAllocation" a
      join "Invoice" i on i."accountId" = a."accountId" and i."id" = a."invoiceId"
      where a."accountId" = p."accountId" and a."paymentId" = p."id" and a."state" = 'applied'), '') as "description",
    p."amountMinor" as "received", null::bigint as "returned"
  from "Payment" p
  where p."accountId" = ${accountId}::uuid and p."status" = 'succeeded' and p."receivedAt" >= ${start} and p."receivedAt" < ${end}
  union all
  select ${REFUNDED}::int, r."id", r."settledAt", r."currency", p."method", r."reason", null, r."amountMinor"
  from "Refund" r join "Payment" p on p."accountId" = r."accountId" and p."id" = r."paymentId"
  where r."accountId" = ${accountId}::uuid and r."status" = 'succeeded' and r."settledAt" >= ${start} and r."settledAt" < ${end}
  union all
  select ${RETURNED}::int, d."id", d."closedAt", d."currency", p."method", '', null, d."amountMinor"
  from "Dispute" d join "Payment" p on p."accountId" = d."accountId" and p."id" = d."paymentId"
  where d."accountId" = ${accountId}::uuid and d."status" = 'lost' and d."closedAt" >= ${start} and d."closedAt" < ${end}`;
