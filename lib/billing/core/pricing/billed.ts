import type { BillingContext } from "@/lib/billing/core/billing-context";
import type { Transaction } from "@/lib/platform/db/scoped-db";
import { money } from "@/lib/platform/kernel/money";

/** What was billed in one month and currency, net of credit notes. Minor units. */
export interface Billed {
  /** The start of the month, UTC. */
  readonly at: Date;
  readonly currency: string;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
}

/**
 * Invoices issued in the months from that of `start` to that of `end`, excluding void ones, net of credit notes. Kept by the
 * database: a large account has thousands a month.
 */
export const billedIn = (
  { db, account }: Pick<BillingContext, "db" | "account">,
  start: Date,
  end: Date,
): Promise<Billed[]> =>
  (db as Transaction).$queryRaw`
    select "month"::timestamp at time zone 'UTC' as "at", "currency", "netMinor", "taxMinor" from "BilledMonth"
    where "accountId" = ${account.id}::uuid and "month" >= ${firstDay(start)}::date and "month" <= ${firstDay(end)}::date
    order by 1, 2`;

const firstDay = (at: Date): string => `${at.toISOString().slice(0, 7)}-01`;

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
