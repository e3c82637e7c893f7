import type { BillingContext } from "@/lib/billing/core/billing-context";
import type { Transaction } from "@/lib/platform/db/scoped-db";
import { money } from "@/lib/platform/kernel/money";

/** What was billed in one month and currency: invoices, or credit notes as negatives. Minor units. */
export interface Billed {
  /** The start of the month, UTC. */
  readonly at: Date;
  readonly currency: string;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
}

/**
 * Invoices issued from `start` until before `end`, excluding void ones, and credit notes of that period, by month. Added
 * up in the database: a large account has thousands a month.
 */
export const billedIn = (
  { db, account }: Pick<BillingContext, "db" | "account">,
  start: Date,
  end: Date,
): Promise<Billed[]> =>
  (db as Transaction).$queryRaw`
    select date_trunc('month', "issuedAt", 'UTC') as "at", "currency", sum("subtotalMinor")::bigint as "netMinor", sum("taxMinor")::bigint as "taxMinor"
    from "Invoice" where "accountId" = ${account.id}::uuid and "issuedAt" >= ${start} and "issuedAt" < ${end} and "statusKey" not in ('draft', 'void')
    group by 1, 2
    union all
    select date_trunc('month', "issuedAt", 'UTC'), "currency", -sum("subtotalMinor")::bigint, -sum("taxMinor")::bigint
    from "CreditNote" where "accountId" = ${account.id}::uuid and "issuedAt" >= ${start} and "issuedAt" < ${end} group by 1, 2
    order by 1`;

/** The months in UTC, as `YYYY-MM`, overlapping the period from `start` until before `end`. */
export function monthsIn(start: Date, end: Date): string[] {
  const months: string[] = [];
  const month = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), 1));
  while (month < end) {
    months.push(month.toISOString().slice(0, 7));
    month.setUTCMonth(month.getUTCMonth() + 1);
  }
  return months;
}

/** Totals by month, one list per currency; empty months are zero, and currencies are sorted. */
export function billedByMonth(billed: readonly Billed[], months: readonly string[]) {
  const currencies = [...new Set(billed.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => ({
    currency,
    months: months.map((month) => {
      const within = billed.filter((one) => one.currency === currency && one.at.toISOString().startsWith(month));
      const net = within.reduce((sum, { netMinor }) => sum + netMinor, 0n);
      const tax = within.reduce((sum, { taxMinor }) => sum + taxMinor, 0n);
      return { month, net: money(net, currency), tax: money(tax, currency), total: money(net + tax, currency) };
    }),
  }));
}
