import type { BillingContext } from "@/lib/billing/core/billing-context";
import { money } from "@/lib/platform/kernel/money";

/** What an issued invoice charged, or what a credit note took back: then below nothing. Minor units. */
export interface Billed {
  readonly at: Date;
  readonly currency: string;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
}

/** Invoices issued from `start` until before `end`, void ones aside, and the credit notes of that time, oldest first. */
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

/** The months, as `YYYY-MM`, that a time from `start` until before `end` touches, in UTC. */
export function monthsIn(start: Date, end: Date): string[] {
  const months: string[] = [];
  const month = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), 1));
  while (month < end) {
    months.push(month.toISOString().slice(0, 7));
    month.setUTCMonth(month.getUTCMonth() + 1);
  }
  return months;
}

/** Sums by month, one list a currency; months without anything are nothing, and currencies are in their order. */
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
