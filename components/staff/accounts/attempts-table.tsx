import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SortProps } from "@/components/ui/sort-props";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { StaffAttempt } from "@/lib/staff/core/schema";

/** Denied attempts on customers' accounts, newest first. */
export function AttemptsTable({ order, attempts, empty }: AttemptsTableProps) {
  return (
    <DataTable
      caption={t("Denied attempts")}
      columns={columns()}
      {...order}
      rows={attempts}
      rowKey={({ id }) => id}
      empty={empty}
    />
  );
}

export type AttemptsTableProps = { order?: SortProps; attempts: StaffAttempt[]; empty: ReactNode };

const columns = (): Column<StaffAttempt>[] => [
  {
    key: "who",
    header: t("User"),
    sortable: true,
    cell: ({ person, ip }) => (
      <span className="cell-lines">
        <span>{person.name}</span>
        <span className="cell-detail wide-only">{person.email ?? ip}</span>
      </span>
    ),
  },
  {
    key: "what",
    header: t("Attempt"),
    phone: "title",
    grow: true,
    cell: ({ summary, asked }) => (
      <span className="block min-w-0">
        <span className="line-clamp-2">{summary}</span>
        {asked.map(({ field, id }) => (
          <span key={field} className="block truncate font-mono text-xs text-ink-soft">
            {id}
          </span>
        ))}
      </span>
    ),
  },
  { key: "account", header: t("Account"), cell: ({ account }) => account?.name ?? t("Unknown account") },
  {
    key: "from",
    header: t("IP address"),
    phone: "state",
    priority: "low",
    cell: ({ via, ip }) => `${ip ?? t("unknown")} (${wayOf(via)})`,
  },
  {
    key: "at",
    header: t("Time"),
    phone: "amount",
    sortable: true,
    numeric: true,
    cell: ({ at }) => <RelativeTime value={at} />,
  },
];

const ways: Readonly<Record<string, Sentence>> = {
  page: msg("page@@way"),
  form: msg("form@@way"),
  api: msg("api@@way"),
  token: msg("token@@way"),
  mail: msg("email@@way"),
};

const wayOf = (via: string): string => {
  const way = ways[via];
  return way === undefined ? via : t(way);
};
