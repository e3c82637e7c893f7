import type { ReactNode } from "react";
import { amountColumn } from "@/components/billing/core/amount-column";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import type { SortProps } from "@/components/ui/sort-props";
import { TextLink } from "@/components/ui/text-link";
import type { Returned } from "@/lib/billing/accounting/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { RefundState } from "./refund-state";

export type ReturnedTableProps = {
  /** Current sort order and links to the others; without it the list can't be sorted. */
  order?: SortProps;
  rows: Returned[];
  empty: ReactNode;
  format: ViewerFormat;
};

/** Refunds and credit notes, with who issued them and why. */
export function ReturnedTable({ rows, order, empty, format }: ReturnedTableProps) {
  const columns: Column<Returned>[] = [
    { key: "account", header: t("Account"), sortable: true, cell: ({ account }) => account.name },
    {
      key: "what",
      header: t("Document"),
      sortable: true,
      cell: ({ kind, number, account, aboutId }) => (
        <TextLink
          href={
            kind === "refund" ? `/a/${account.id}/payments/${aboutId}/refund` : `/a/${account.id}/invoices/${aboutId}`
          }
        >
          {number ?? t("Refund")}
        </TextLink>
      ),
    },
    {
      key: "reason",
      header: t("Reason"),
      phone: "below",
      sortable: true,
      grow: true,
      cell: ({ reason, issuedBy }) => (
        <div>
          {reason}
          <span className="cell-detail">{issuedBy}</span>
        </div>
      ),
    },
    { key: "at", header: t("Date"), sortable: true, cell: ({ at }) => <DateTime value={at} format={format} /> },
    {
      key: "status",
      header: t("Status"),
      phone: "state",
      sortable: true,
      cell: ({ status }) => (status ? <RefundState status={status} /> : t("Issued")),
    },
    amountColumn(format),
  ];
  return (
    <DataTable
      {...order}
      caption={t("Refunds and credit notes")}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ account }) => `/staff/accounts/${account.id}`}
      empty={empty}
    />
  );
}
