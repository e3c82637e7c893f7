import { type Column, DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import type { CreditNoteDetail } from "@/lib/billing/credit-notes/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

type Line = CreditNoteDetail["lines"][number];

export function CreditedLines({ lines, format }: { lines: Line[]; format: ViewerFormat }) {
  const rate = new Intl.NumberFormat(format.locale, { style: "percent", maximumFractionDigits: 2 });
  const columns: Column<Line>[] = [
    { key: "description", header: t("Credited"), cell: ({ description }) => description },
    {
      key: "tax",
      header: t("VAT"),
      phoneLabel: t("VAT"),
      numeric: true,
      cell: ({ taxBasisPoints }) => rate.format(taxBasisPoints / 10_000),
    },
    {
      key: "net",
      header: t("Net"),
      phone: "amount",
      numeric: true,
      cell: ({ net }) => <Money value={net} format={format} />,
    },
  ];
  return <DataTable caption={t("Credit note lines")} columns={columns} rows={lines} rowKey={({ id }) => id} />;
}
