import type { Money } from "@/lib/platform/kernel/money";
import type { Report, ReportCell, ReportColumn } from "./schema";

/** A report's rows before totals, each with its currency. */
export interface ReportBody {
  readonly title: string;
  readonly says: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly { readonly currency: string; readonly cells: readonly ReportCell[] }[];
}

/** Groups rows by currency and adds totals for the amount columns. */
export function tablesOf({ columns, rows }: ReportBody): Report["currencies"] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const its = rows.filter((row) => row.currency === currency).map(({ cells }) => [...cells]);
    return {
      currency,
      rows: its,
      totals: columns.map(({ type }, index) => (type === "money" ? sumOf(its, index, currency) : null)),
    };
  });
}

const sumOf = (rows: readonly ReportCell[][], index: number, currency: string): Money => ({
  amountMinor: rows.reduce((sum, cells) => sum + amountIn(cells[index]), 0),
  currency,
});

const amountIn = (cell: ReportCell | undefined): number => (isMoney(cell) ? cell.amountMinor : 0);

const isMoney = (cell: ReportCell | undefined): cell is Money => typeof cell === "object" && cell !== null;
