import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { SortProps } from "@/components/ui/sort-props";
import type { CreditNoteHead } from "@/lib/billing/credit-notes/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

export type CreditNotesTableProps = {
  /** Current sort order and links to the others; without it the list can't be sorted. */
  order?: SortProps;

  notes: CreditNoteHead[];
  hrefOf: (note: CreditNoteHead) => string;
  format: ViewerFormat;
  empty: ReactNode;
};

export function CreditNotesTable({ notes, order, hrefOf, format, empty }: CreditNotesTableProps) {
  const columns: Column<CreditNoteHead>[] = [
    { key: "number", header: t("Number"), sortable: true, cell: ({ number }) => number },
    {
      key: "issued",
      header: t("Issued"),
      sortable: true,
      cell: ({ issuedAt }) => <DateTime value={issuedAt} format={{ ...format, timeZone: "UTC" }} />,
    },
    {
      key: "invoice",
      header: t("For invoice"),
      phoneLabel: t("for@@invoice"),
      sortable: true,
      cell: ({ invoice }) => invoice.number,
    },
    { key: "reason", header: t("Reason"), phone: "hidden", sortable: true, grow: true, cell: ({ reason }) => reason },
    {
      key: "total",
      header: t("Total"),
      phone: "amount",
      sortable: true,
      numeric: true,
      cell: ({ total }) => <Money value={total} format={format} />,
    },
  ];
  return (
    <DataTable
      {...order}
      caption={t("Credit notes")}
      columns={columns}
      rows={notes}
      rowKey={({ id }) => id}
      rowHref={hrefOf}
      empty={empty}
    />
  );
}
