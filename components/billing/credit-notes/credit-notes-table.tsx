import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { CreditNoteHead } from "@/lib/billing/credit-notes/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

export type CreditNotesTableProps = {
  notes: CreditNoteHead[];
  hrefOf: (note: CreditNoteHead) => string;
  format: ViewerFormat;
  empty: ReactNode;
};

export function CreditNotesTable({ notes, hrefOf, format, empty }: CreditNotesTableProps) {
  const columns: Column<CreditNoteHead>[] = [
    { key: "number", header: "Number", cell: ({ number }) => number },
    {
      key: "issued",
      header: "Issued",
      cell: ({ issuedAt }) => <DateTime value={issuedAt} format={{ ...format, timeZone: "UTC" }} />,
    },
    { key: "invoice", header: "For invoice", cell: ({ invoice }) => invoice.number },
    { key: "reason", header: "Reason", grow: true, cell: ({ reason }) => reason },
    { key: "total", header: "Total", numeric: true, cell: ({ total }) => <Money value={total} format={format} /> },
  ];
  return (
    <DataTable
      caption="Credit notes"
      columns={columns}
      rows={notes}
      rowKey={({ id }) => id}
      rowHref={hrefOf}
      empty={empty}
    />
  );
}
