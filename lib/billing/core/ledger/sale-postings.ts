import type { TaxAtRate } from "@/lib/billing/core/pricing/totals";
import type { Posting } from "./post";

interface Sale {
  readonly currency: string;
  readonly invoiceId: string;
  /** The country whose tax applies; null if unknown. */
  readonly taxCountry: string | null;
  readonly taxes: readonly TaxAtRate[];
}

/**
 * The revenue and tax postings of a sale, which don't depend on payment: one line per rate, so the ledger also shows
 * sales taxed at 0%. `sign` is −1 for a sale and 1 for a reversal.
 */
export const salePostings = ({ taxes, taxCountry, ...of }: Sale, sign: 1n | -1n): Posting[] =>
  taxes.flatMap(({ basisPoints: taxBasisPoints, netMinor, taxMinor }) => {
    const facts = { ...of, taxCountry, taxBasisPoints };
    return [
      { ...facts, ledgerAccount: "revenue", amountMinor: sign * netMinor },
      { ...facts, ledgerAccount: "taxPayable", amountMinor: sign * taxMinor },
    ];
  });
