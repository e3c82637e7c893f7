import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import type { TaxReport } from "@/lib/billing/accounting/schema";
import { countryName } from "@/lib/platform/kernel/countries";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

type Row = TaxReport["rows"][number];

export type TaxesTableProps = { rows: Row[]; empty: ReactNode; format: ViewerFormat };

/** By country and rate: net sales, tax charged, and tax credited by credit notes and voided invoices. */
export function TaxesTable({ rows, empty, format }: TaxesTableProps) {
  const columns: Column<Row>[] = [
    {
      key: "country",
      header: t("Country"),
      cell: ({ country }) => (country ? countryName(country, format.locale) : t("No tax")),
    },
    {
      key: "rate",
      header: t("Rate"),
      numeric: true,
      cell: ({ basisPoints, reverseCharge }) =>
        reverseCharge ? t("Reverse charge@@table") : `${(basisPoints / 100).toLocaleString(format.locale)} %`,
    },
    {
      key: "base",
      header: t("Net sales"),
      phoneLabel: t("Net sales"),
      numeric: true,
      cell: ({ base }) => <Money value={base} format={format} />,
    },
    {
      key: "charged",
      header: t("Tax charged"),
      phoneLabel: t("Charged"),
      numeric: true,
      cell: ({ charged }) => <Money value={charged} format={format} />,
    },
    {
      key: "takenBack",
      header: t("Tax credited"),
      phoneLabel: t("Credited"),
      numeric: true,
      cell: ({ takenBack }) => <Money value={takenBack} format={format} />,
    },
    {
      key: "net",
      header: t("Tax payable"),
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
      caption={t("Taxes")}
      columns={columns}
      rows={rows}
      rowKey={({ country, basisPoints, reverseCharge, net }) =>
        `${country} ${basisPoints} ${reverseCharge} ${net.currency}`
      }
      empty={empty}
    />
  );
}
