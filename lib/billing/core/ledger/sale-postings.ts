import type { TaxAtRate } from "@/lib/billing/core/pricing/totals";
import type { Posting } from "./post";

interface Sale {
  readonly currency: string;
  readonly invoiceId: string;
  /** Whose tax it is; null where that is not known. */
  readonly taxCountry: string | null;
  readonly taxes: readonly TaxAtRate[];
}

/**
 * The two sides of what was sold that do not depend on whether it is paid: revenue and tax, a line for each rate, so
 * that the ledger knows what was taxed at a rate of nothing too. `sign` is −1 where it is sold and 1 where it is taken back.
 */
export const salePostings = ({ taxes, taxCountry, ...of }: Sale, sign: 1n | -1n): Posting[] =>
  taxes.flatMap(({ basisPoints: taxBasisPoints, netMinor, taxMinor }) => {
    const facts = { ...of, taxCountry, taxBasisPoints };
    return [
      { ...facts, ledgerAccount: "revenue", amountMinor: sign * netMinor },
      { ...facts, ledgerAccount: "taxPayable", amountMinor: sign * taxMinor },
    ];
  });
