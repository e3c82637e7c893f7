import { Text, View } from "@react-pdf/renderer";
import { fitWords } from "@/lib/billing/core/pdf/fit-words";
import { style } from "@/lib/billing/core/pdf/style";
import { writeDate, writeMoney, writeMonth } from "@/lib/billing/core/pdf/write";
import type { Report, ReportCell, ReportColumn } from "@/lib/billing/reports/schema";

interface ReportTableProps {
  readonly columns: readonly ReportColumn[];
  readonly part: Report["currencies"][number];
}

/** One currency of a report; the head is on every page that the table reaches. */
export function ReportTable({ columns, part: { currency, rows, totals } }: ReportTableProps) {
  return (
    <View style={style.section}>
      <View style={[style.row, style.head]} fixed>
        {columns.map(({ key, header, type }) => (
          <Text key={key} style={widths[type]}>
            {key === columns[0]?.key ? `${header} (${currency})` : header}
          </Text>
        ))}
      </View>
      {keyed(rows).map(({ key, cells }) => (
        <View key={key} style={style.row} wrap={false}>
          <Cells columns={columns} cells={cells} />
        </View>
      ))}
      <View style={[style.row, style.strong]} wrap={false}>
        {columns.map(({ key, type }, index) => (
          <Text key={key} style={widths[type]}>
            {index === 0 ? "Total" : writeCell(type, totals[index] ?? null)}
          </Text>
        ))}
      </View>
    </View>
  );
}

const keyed = (rows: readonly ReportCell[][]) => rows.map((cells, index) => ({ key: String(index), cells }));

const widths = { text: style.description, month: style.description, date: style.date, money: style.amount };

function Cells({ columns, cells }: { columns: readonly ReportColumn[]; cells: readonly ReportCell[] }) {
  return columns.map(({ key, type }, index) => (
    <Text key={key} style={widths[type]}>
      {writeCell(type, cells[index] ?? null)}
    </Text>
  ));
}

function writeCell(type: ReportColumn["type"], cell: ReportCell): string {
  if (cell === null) return "";
  if (typeof cell === "object") return writeMoney(cell);
  if (type === "month") return writeMonth(cell);
  return type === "date" ? writeDate(cell) : fitWords(cell, 24);
}
