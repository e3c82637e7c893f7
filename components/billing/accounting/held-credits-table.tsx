import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import type { SortProps } from "@/components/ui/sort-props";
import type { HeldCredits } from "@/lib/billing/accounting/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

type Row = HeldCredits["items"][number];

export type HeldCreditsTableProps = {
  /** Current sort order and links to the others; without it the list can't be sorted. */
  order?: SortProps;
  rows: Row[];
  empty: ReactNode;
  format: ViewerFormat;
};

/** Account credit not yet applied to an invoice. */
export function HeldCreditsTable({ rows, order, empty, format }: HeldCreditsTableProps) {
  const columns: Column<Row>[] = [
    { key: "account", header: t("Account"), sortable: true, cell: ({ account }) => account.name },
    { key: "number", header: t("Number"), sortable: true, cell: ({ account }) => account.number },
    {
      key: "credit",
      header: t("Credit"),
      phone: "amount",
      sortable: true,
      numeric: true,
      cell: ({ credit }) => <Money value={credit} format={format} />,
    },
  ];
  return (
    <DataTable
      {...order}
      caption={t("Account credit")}
      columns={columns}
      rows={rows}
      rowKey={({ account, credit }) => `${account.id} ${credit.currency}`}
      rowHref={({ account }) => `/staff/accounts/${account.id}`}
      empty={empty}
    />
  );
}
