import type { BillingContext } from "@/lib/billing/core/billing-context";
import { money } from "@/lib/platform/kernel/money";

/** The amounts of an issued invoice, or of a credit note as negatives. Minor units. */
export interface Billed {
  readonly at: Date;
  readonly currency: string;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
}

/**
 * Invoices issued from `start` until before `end`, excluding void ones, and credit notes of that period, oldest first.
 */
export async function billedIn(
  { db, account }: Pick<BillingContext, "db" | "account">,
  start: Date,
  end: Date,
): Promise<Billed[]> {
  const where = { accountId: account.id, issuedAt: { gte: start, lt: end } };
  const select = { issuedAt: true, currency: true, subtotalMinor: true, taxMinor: true } as const;
  const invoices = await db.invoice.findMany({ where: { ...where, status: { notIn: ["draft", "void"] } }, select });
  const notes = await db.creditNote.findMany({ where, select });
  return [
    ...invoices.flatMap(({ issuedAt, currency, subtotalMinor, taxMinor }) =>
      issuedAt === null ? [] : [{ at: issuedAt, currency, netMinor: subtotalMinor, taxMinor }],
    ),
    ...notes.map(({ issuedAt, currency, subtotalMinor, taxMinor }) => ({
      at: issuedAt,
      currency,
      netMinor: -subtotalMinor,
      taxMinor: -taxMinor,
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
}

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
