import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import type { Sort } from "@/components/ui/sort";
import type { Receivable } from "@/lib/billing/accounting/schema";
import { ageLabels, ages } from "@/lib/platform/kernel/ages";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

export type ReceivablesTableProps = {
  rows: Receivable[];
  sort: Sort;
  sortHref: (sort: Sort) => string;
  empty: ReactNode;
  format: ViewerFormat;
};

/** Balance due per account, with one column per age. */
export function ReceivablesTable({ rows, sort, sortHref, empty, format }: ReceivablesTableProps) {
  const columns: Column<Receivable>[] = [
    { key: "name", header: t("Account"), sortable: true, cell: ({ account }) => account.name },
    ...ages.map(
      (age): Column<Receivable> => ({
        key: age,
        header: t(ageLabels[age]),
        phoneLabel: (row) => (row[age].amountMinor === 0 ? undefined : t(ageLabels[age])),
        numeric: true,
        sortable: true,
        cell: (row) => row[age].amountMinor !== 0 && <Money value={row[age]} format={format} />,
      }),
    ),
    {
      key: "total",
      header: t("Total"),
      phone: "amount",
      numeric: true,
      sortable: true,
      cell: ({ total }) => (
        <span className="font-semibold">
          <Money value={total} format={format} />
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("Receivables")}
      columns={columns}
      rows={rows}
      rowKey={({ account, total }) => `${account.id} ${total.currency}`}
      rowHref={({ account }) => `/a/${account.id}/invoices?status=unpaid`}
      sort={sort}
      sortHref={sortHref}
      empty={empty}
    />
  );
}
