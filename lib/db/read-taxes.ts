import type { ScopedDb, Transaction } from "./scoped-db";

export interface TaxRow {
  readonly country: string | null;
  readonly basisPoints: number | null;
  readonly currency: string;
  /** Positive, in minor units: by invoices, and by credit notes and voided invoices. */
  readonly charged: bigint;
  readonly takenBack: bigint;
}

/** The taxes that the ledger moved in a span, by country, rate and currency. */
export const readTaxes = (
  db: ScopedDb,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<TaxRow[]> =>
  (db as Transaction).$queryRaw`select l."taxCountry" as "country", l."taxBasisPoints" as "basisPoints", l."currency",
      coalesce(sum(-l."amountMinor") filter (where l."amountMinor" < 0), 0)::bigint as "charged",
      coalesce(sum(l."amountMinor") filter (where l."amountMinor" > 0), 0)::bigint as "takenBack"
    from "LedgerLine" l join "LedgerEntry" e on e."id" = l."entryId"
    where l."ledgerAccount" = 'taxPayable' and e."at" >= ${from} and e."at" < ${until}
    group by 1, 2, 3 order by 1 nulls last, 2 desc, 3`;
