import type { ReportCell, ReportColumn } from "./schema";

/** A row of a report, with its currency. */
export interface ReportRow {
  readonly currency: string;
  readonly cells: readonly ReportCell[];
}

/** The part of a report in one currency, without its rows. */
export interface ReportPart {
  readonly currency: string;
  readonly count: number;
  /** Minor units, one per column; null for columns without amounts. */
  readonly totals: readonly (bigint | null)[];
}

export interface RowsWanted {
  readonly currency: string;
  /** That of `readRows`. */
  readonly most?: number | undefined;
}

/** A report that is read in pieces, however long it is. */
export interface ReportBody {
  readonly title: string;
  readonly says: string;
  readonly columns: readonly ReportColumn[];
  /** Counts and totals, by currency. */
  readonly parts: () => Promise<readonly ReportPart[]>;
  /** The rows of one currency, in order. */
  readonly rows: (wanted: RowsWanted) => AsyncIterable<readonly ReportRow[]> | Iterable<readonly ReportRow[]>;
}

/** A report whose rows are few, whatever the account has: they are counted per month or per service. */
export function shortReport(
  head: Pick<ReportBody, "title" | "says" | "columns">,
  rows: readonly ReportRow[],
): ReportBody {
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
  const of = (currency: string) => rows.filter((row) => row.currency === currency);
  return {
    ...head,
    rows: ({ currency, most }) => [of(currency).slice(0, most)],
    parts: async () =>
      currencies.map((currency) => ({
        currency,
        count: of(currency).length,
        totals: head.columns.map(({ type }, index) => (type === "money" ? sumOf(of(currency), index) : null)),
      })),
  };
}

const sumOf = (rows: readonly ReportRow[], index: number): bigint =>
  rows.reduce((sum, { cells }) => {
    const cell = cells[index];
    return typeof cell === "object" && cell !== null ? sum + BigInt(cell.amountMinor) : sum;
  }, 0n);
