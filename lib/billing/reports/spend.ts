import { monthsIn } from "@/lib/billing/core/pricing/billed";
import type { Transaction } from "@/lib/platform/db/scoped-db";
import type { DayPeriod } from "@/lib/platform/kernel/day-period";
import { money } from "@/lib/platform/kernel/money";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { type ReportBody, shortReport } from "./table";

interface Sum {
  readonly currency: string;
  /** As `YYYY-MM`, in UTC. */
  readonly month: string;
  readonly net: bigint;
  readonly tax: bigint;
}

/** Invoiced amount per month, less credit notes; every month of the period has a row. */
export async function spend(context: Context<"account">, period: DayPeriod): Promise<ReportBody> {
  const sums = await sumsIn(context, period);
  const currencies = [...new Set(sums.map(({ currency }) => currency))];
  const months = monthsIn(period.start, period.end);
  const rows = currencies.flatMap((currency) =>
    months.map((month) => {
      const { net = 0n, tax = 0n } = sums.find((sum) => sum.currency === currency && sum.month === month) ?? {};
      return { currency, cells: [month, money(net, currency), money(tax, currency), money(net + tax, currency)] };
    }),
  );
  const head = {
    title: t("Spend by month"),
    says: t("Invoices and credit notes by month of issue. Void invoices are excluded."),
    columns: [
      { key: "month", header: t("Month"), type: "month" },
      { key: "net", header: t("Net"), type: "money" },
      { key: "tax", header: t("Tax"), type: "money" },
      { key: "total", header: t("Total"), type: "money" },
    ],
  } as const;
  return shortReport(head, rows);
}

const sumsIn = ({ db, account }: Context<"account">, { start, end }: DayPeriod): Promise<Sum[]> =>
  (db as Transaction).$queryRaw`
    select "currency", to_char("issuedAt" at time zone 'UTC', 'YYYY-MM') as "month",
      sum("net")::bigint as "net", sum("tax")::bigint as "tax"
    from (
      select "currency", "issuedAt", "subtotalMinor" as "net", "taxMinor" as "tax" from "Invoice"
      where "accountId" = ${account.id}::uuid and "issuedAt" >= ${start} and "issuedAt" < ${end} and "status" not in ('draft', 'void')
      union all
      select "currency", "issuedAt", -"subtotalMinor", -"taxMinor" from "CreditNote"
      where "accountId" = ${account.id}::uuid and "issuedAt" >= ${start} and "issuedAt" < ${end}
    ) billed
    group by 1, 2 order by 1, 2`;
