import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import type { SortProps } from "@/components/ui/sort-props";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { DecisionOutline } from "@/lib/workspace/decisions/schema";
import { DecisionStatus } from "./decision-status";
import { partWords } from "./decision-words";

export type DecisionsTableProps = {
  order: SortProps;
  decisions: DecisionOutline[];
  hrefOf: (decision: DecisionOutline) => string;
  format: ViewerFormat;
  empty: ReactNode;
};

export function DecisionsTable({ decisions, order, hrefOf, format, empty }: DecisionsTableProps) {
  const columns: Column<DecisionOutline>[] = [
    {
      key: "title",
      header: t("Decision"),
      grow: true,
      cell: ({ title, number }) =>
        title ?? <span className="text-ink-soft">{t("Decision {number}", { number: String(number) })}</span>,
    },
    {
      key: "number",
      header: t("Number"),
      sortable: true,
      numeric: true,
      phoneLabel: t("No."),
      cell: ({ number }) => number,
    },
    { key: "mine", header: t("Your part"), priority: "low", cell: ({ mine }) => t(partWords[mine]) },
    { key: "state", header: t("Status"), phone: "state", cell: ({ state }) => <DecisionStatus state={state} /> },
    {
      key: "deadline",
      header: t("Vote by"),
      sortable: true,
      phoneLabel: t("Vote by"),
      cell: ({ voteBy, state }) =>
        state === "withdrawn" ? null : <DateTime value={voteBy} style="dateTime" format={format} />,
    },
  ];
  return (
    <DataTable
      {...order}
      caption={t("Decisions")}
      columns={columns}
      rows={decisions}
      rowKey={({ id }) => id}
      rowHref={hrefOf}
      empty={empty}
    />
  );
}
