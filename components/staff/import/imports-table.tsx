import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import type { SortProps } from "@/components/ui/sort-props";
import { Status } from "@/components/ui/status";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { ImportList } from "@/lib/staff/import/schema";

type Import = ImportList["items"][number];

const marks = {
  checked: { tone: "neutral", label: msg("Checked") },
  running: { tone: "accent", label: msg("Running") },
  done: { tone: "success", label: msg("Done") },
  stopped: { tone: "warning", label: msg("Stopped") },
} as const;

/** Recent imports. */
export function ImportsTable(props: { order: SortProps; imports: Import[]; format: ViewerFormat }) {
  const { order, imports, format } = props;
  const columns: Column<Import>[] = [
    {
      key: "at",
      header: t("Checked"),
      sortable: true,
      cell: ({ createdAt }) => <DateTime value={createdAt} style="dateTime" format={format} />,
    },
    { key: "by", header: t("By"), sortable: true, cell: ({ startedBy }) => startedBy },
    {
      key: "created",
      header: t("Created"),
      phoneLabel: t("Created:"),
      numeric: true,
      cell: ({ counts }) => counts.created,
    },
    {
      key: "errors",
      header: t("Errors"),
      phoneLabel: t("Errors:"),
      numeric: true,
      cell: ({ counts }) => counts.invalid + counts.failed,
    },
    {
      key: "status",
      header: t("Status"),
      sortable: true,
      phone: "state",
      cell: ({ status }) => <Status tone={marks[status].tone}>{t(marks[status].label)}</Status>,
    },
  ];
  return (
    <DataTable
      {...order}
      caption={t("Imports")}
      columns={columns}
      rows={imports}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/staff/import/${id}`}
      empty={<p className="px-4 py-3 text-ink-soft">{t("No imports in the last 90 days.")}</p>}
    />
  );
}
