import { type Column, DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import type { SpendInCurrency } from "@/lib/billing/overview/schema";
import { monthName } from "@/lib/platform/kernel/month-name";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

type Month = SpendInCurrency["months"][number];

const labels = { net: "Net", tax: "VAT", total: "Total" } as const;

export function SpendTable({ spend, format }: { spend: SpendInCurrency; format: ViewerFormat }) {
  const columns: Column<Month>[] = [
    { key: "month", header: "Month", cell: ({ month }) => monthName(month, "long", format.locale) },
    ...(["net", "tax", "total"] as const).map((key) => ({
      key,
      header: labels[key],
      ...(key === "total" ? { phone: "amount" as const } : { phoneLabel: labels[key] }),
      numeric: true,
      cell: (month: Month) => <Money value={month[key]} format={format} />,
    })),
  ];
  return (
    <DataTable
      caption={`Spend by month in ${spend.currency}`}
      columns={columns}
      rows={spend.months}
      rowKey={({ month }) => month}
    />
  );
}
