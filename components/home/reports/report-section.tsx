import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { fileSize } from "@/components/ui/file-size";
import { Panel } from "@/components/ui/panel";
import { Stat } from "@/components/ui/stat";
import { StatGrid } from "@/components/ui/stat-grid";
import type { ShownPart } from "@/lib/home/reports/schema";
import { t } from "@/lib/platform/language/t";

export type ReportSectionProps = {
  part: ShownPart;
  locale: string;
  /** Of its tables as CSV, for those who may have them. */
  csvHref?: string;
};

type Table = ShownPart["tables"][number];
type Cell = Table["rows"][number][number];

/** One part of the reports: its figures, its tables, and what they leave out. */
export function ReportSection({ part, locale, csvHref }: ReportSectionProps) {
  const { name, title, figures, tables, unseen } = part;
  return (
    <section aria-labelledby={`report-${name}`} className="mb-8">
      <h2 id={`report-${name}`} className="font-semibold text-ink">
        {title}
      </h2>
      <p className="mb-3 max-w-prose text-sm text-ink-soft">{unseen}</p>
      {figures.length > 0 && (
        <StatGrid>
          {figures.map(({ label, value }) => (
            <Stat key={label} label={label} value={value.toLocaleString(locale)} />
          ))}
        </StatGrid>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {tables.map((table, index) =>
          table.rows.length === 0 ? null : (
            <Panel
              key={table.caption}
              title={table.caption}
              label={t("{part}: {table}", { part: title, table: table.caption })}
              level={3}
              flush
              actions={
                csvHref && (
                  <ButtonLink href={`${csvHref}?table=${index}`} download="" size="sm" title={csvTitle(table.caption)}>
                    {t("CSV")}
                  </ButtonLink>
                )
              }
            >
              <ReportTable table={table} locale={locale} />
            </Panel>
          ),
        )}
      </div>
    </section>
  );
}

function ReportTable({ table: { caption, columns, rows }, locale }: { table: Table; locale: string }) {
  return (
    <DataTable
      caption={caption}
      columns={columns.map(({ header, type }, index) => ({
        key: String(index),
        header,
        grow: index === 0,
        numeric: type !== "text",
        ...(index > 0 && { phone: "meta" as const, phoneLabel: header }),
        cell: (row: Row) => written(row.cells[index] ?? "", type, locale),
      }))}
      rows={rows.map((cells, index): Row => ({ key: String(index), cells }))}
      rowKey={({ key }) => key}
    />
  );
}

const csvTitle = (caption: string): string => t("Download “{table}” as CSV", { table: caption });

type Row = { key: string; cells: Table["rows"][number] };

function written(cell: Cell, type: Table["columns"][number]["type"], locale: string): string {
  if (typeof cell === "string") return cell;
  return type === "bytes" ? fileSize(cell, locale) : cell.toLocaleString(locale);
}
