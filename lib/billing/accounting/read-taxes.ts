import type { ScopedDb, Transaction } from "@/lib/platform/db/scoped-db";

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

/** Sales and tax in a period according to the ledger, by country, rate and currency. */
export const readTaxes = (
  db: ScopedDb,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<TaxRow[]> =>
  (db as Transaction).$queryRaw`select l."taxCountry" as "country", l."taxBasisPoints" as "basisPoints",
      coalesce(i."reverseCharge", false) as "reverseCharge", l."currency",
      coalesce(sum(-l."amountMinor") filter (where l."ledgerAccount" = 'revenue'), 0)::bigint as "base",
      coalesce(sum(-l."amountMinor") filter (where l."ledgerAccount" = 'taxPayable' and l."amountMinor" < 0), 0)::bigint as "charged",
      coalesce(sum(l."amountMinor") filter (where l."ledgerAccount" = 'taxPayable' and l."amountMinor" > 0), 0)::bigint as "takenBack"
    from "LedgerLine" l join "LedgerEntry" e on e."id" = l."entryId" left join "Invoice" i on i."id" = l."invoiceId"
    where l."ledgerAccount" in ('revenue', 'taxPayable') and l."taxBasisPoints" is not null
      and e."at" >= ${from} and e."at" < ${until}
    group by 1, 2, 3, 4 order by 1 nulls last, 3, 2 desc, 4`;
