import { cells, headed } from "@/lib/billing/core/pdf/cells";
import type { Row, Sheet } from "@/lib/billing/core/pdf/sheet";
import { asFigure, styles } from "@/lib/billing/core/pdf/style";
import { writeDate, writeMoney, writeMonth } from "@/lib/billing/core/pdf/write";
import type { Report, ReportCell, ReportColumn } from "@/lib/billing/reports/schema";
import { t } from "@/lib/platform/language/t";

type Part = Report["currencies"][number];

/** One currency of a report; the table head repeats on every page. */
export async function reportTable(sheet: Sheet, columns: readonly ReportColumn[], part: Part): Promise<void> {
  const widths = columns.map(({ type }) => widthOf[type]);
  const heads = columns.map(({ header }, index) => (index === 0 ? `${header} (${part.currency})` : header));
  await sheet.table(
    { columns: await cells(sheet, headed(widths), heads), below: 3, rule: "ink" },
    rowsOf(sheet, columns, part),
  );
  sheet.space(14);
}

const amount = { width: 80, style: asFigure(styles.body) };
const text = { style: styles.body };

const widthOf = { text, month: text, date: { width: 64, style: styles.body }, money: amount };

async function* rowsOf(sheet: Sheet, columns: readonly ReportColumn[], { rows, totals }: Part): AsyncGenerator<Row> {
  const widths = columns.map(({ type }) => widthOf[type]);
  const written = (row: readonly ReportCell[]) => columns.map(({ type }, index) => writeCell(type, row[index] ?? null));
  const spaced = { above: 5, below: 4, rule: "hairline" } as const;
  for (const row of rows) yield { columns: await cells(sheet, widths, written(row)), ...spaced };
  const strong = widths.map((column) => ({ ...column, style: { ...column.style, weight: 600 as const } }));
  yield { columns: await cells(sheet, strong, [t("Total"), ...written(totals).slice(1)]), ...spaced };
}

function writeCell(type: ReportColumn["type"], cell: ReportCell): string {
  if (cell === null) return "";
  if (typeof cell === "object") return writeMoney(cell);
  if (type === "month") return writeMonth(cell);
  return type === "date" ? writeDate(cell) : cell;
}
