import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import type { TaxReport } from "@/lib/billing/accounting/schema";
import { countryName } from "@/lib/platform/kernel/countries";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

type Row = TaxReport["rows"][number];

export type TaxesTableProps = { rows: Row[]; empty: ReactNode; format: ViewerFormat };

/** By country and rate: net sales, tax charged, and tax credited by credit notes and voided invoices. */
export function TaxesTable({ rows, empty, format }: TaxesTableProps) {
  const columns: Column<Row>[] = [
    {
      key: "country",
      header: "Country",
      cell: ({ country }) => (country ? countryName(country, "en-GB") : "No tax"),
    },
    {
      key: "rate",
      header: "Rate",
      numeric: true,
      cell: ({ basisPoints, reverseCharge }) => (reverseCharge ? "Reverse charge" : `${basisPoints / 100} %`),
    },
    {
      key: "base",
      header: "Net sales",
      phoneLabel: "Net sales",
      numeric: true,
      cell: ({ base }) => <Money value={base} format={format} />,
    },
    {
      key: "charged",
      header: "Tax charged",
      phoneLabel: "Charged",
      numeric: true,
      cell: ({ charged }) => <Money value={charged} format={format} />,
    },
    {
      key: "takenBack",
      header: "Tax credited",
      phoneLabel: "Credited",
      numeric: true,
      cell: ({ takenBack }) => <Money value={takenBack} format={format} />,
    },
    {
      key: "net",
      header: "Tax payable",
      phone: "amount",
      numeric: true,
      cell: ({ net }) => (
        <span className="font-semibold">
          <Money value={net} format={format} />
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption="Taxes"
      columns={columns}
      rows={rows}
      rowKey={({ country, basisPoints, reverseCharge, net }) =>
        `${country} ${basisPoints} ${reverseCharge} ${net.currency}`
      }
      empty={empty}
    />
  );
}
