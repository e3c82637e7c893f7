import type { ReactNode } from "react";
import { type Column, DataTable, type PhonePlace } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { Report, ReportCell, ReportColumn } from "@/lib/billing/reports/schema";
import { monthName } from "@/lib/platform/kernel/month-name";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

export type ReportTableProps = {
  report: Pick<Report, "title" | "columns">;
  part: Report["currencies"][number];
  format: ViewerFormat;
};

type Row = { key: string; cells: readonly ReportCell[]; total: boolean };

/** One currency of a report, with totals in the last row. */
export function ReportTable({ report, part: { currency, rows, totals }, format }: ReportTableProps) {
  // The description of a payment needs the space, not the date before it.
  const longest = report.columns.findLast(({ type }) => type === "text");
  const columns = report.columns.map(
    ({ key, header, type }, index): Column<Row> => ({
      key,
      header,
      grow: key === longest?.key,
      numeric: type === "money",
      phone: ({ cells, total }) => phonePlace(report.columns, cells, { index, total }),
      ...(needsLabel(key, type) && { phoneLabel: header }),
      cell: ({ cells, total }) => {
        if (!total) return drawn(type, cells[index] ?? null, format);
        const shown = index === 0 ? t("Total") : drawn(type, cells[index] ?? null, format);
        return shown === null ? null : <strong className="text-ink">{shown}</strong>;
      },
    }),
  );
  const all: Row[] = [
    ...rows.map((cells, index) => ({ key: String(index), cells, total: false })),
    { key: "total", cells: totals, total: true },
  ];
  return (
    <DataTable
      caption={t("{title} in {currency}", { title: report.title, currency })}
      columns={columns}
      rows={all}
      rowKey={({ key }) => key}
    />
  );
}

/** The last text that a row has is its title, and its last amount stands beside it: a payment has one of two. */
function phonePlace(
  columns: readonly ReportColumn[],
  cells: readonly ReportCell[],
  { index, total }: { readonly index: number; readonly total: boolean },
): PhonePlace {
  const lastOf = (type: ReportColumn["type"]) =>
    columns.findLastIndex((column, at) => column.type === type && (cells[at] ?? "") !== "");
  if (index === (total ? 0 : Math.max(lastOf("text"), 0))) return "title";
  return index === lastOf("money") ? "amount" : "meta";
}

/** An amount says nothing without its column, nor does a date other than that of the row itself. */
const needsLabel = (key: string, type: ReportColumn["type"]): boolean =>
  type === "money" || (type === "date" && key !== "date");

function drawn(type: ReportColumn["type"], cell: ReportCell, format: ViewerFormat): ReactNode {
  if (cell === null) return null;
  if (typeof cell === "object") return <Money value={cell} format={format} />;
  if (type === "month") return monthName(cell, "long", format.locale);
  if (type === "date") return <DateTime value={cell} format={{ ...format, timeZone: "UTC" }} />;
  return cell;
}
