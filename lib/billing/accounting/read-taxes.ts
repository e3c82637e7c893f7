import type { ScopedDb, Transaction } from "@/lib/platform/db/scoped-db";
import { dayOf } from "@/lib/platform/kernel/calendar-day";

/** Amounts in minor units of `currency`; charges are positive. */
export interface TaxRow {
  /** The country whose tax applies; null if there is none. */
  readonly country: string | null;
  readonly basisPoints: number;
  /** The buyer accounts for the tax. */
  readonly reverseCharge: boolean;
  readonly currency: string;
  /** Net sales: invoices less credit notes and voided invoices. */
  readonly base: bigint;
  /** Tax charged by invoices, and tax credited by credit notes and voided invoices. */
  readonly charged: bigint;
  readonly takenBack: bigint;
}

/**
 * Sales and tax in a period of whole days according to the ledger, by country, rate and currency. The database keeps them
 * by day as the ledger is posted.
 */
export const readTaxes = (
  db: ScopedDb,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<TaxRow[]> =>
  (db as Transaction)
    .$queryRaw`select "country", "basisPoints", "reverseCharge", "currency", sum("baseMinor")::bigint as "base",
      sum("chargedMinor")::bigint as "charged", sum("takenBackMinor")::bigint as "takenBack"
    from "TaxDay" where "postedOn" >= ${dayOf(from)}::date and "postedOn" < ${dayOf(until)}::date
    group by 1, 2, 3, 4 order by 1 nulls last, 3, 2 desc, 4`;
