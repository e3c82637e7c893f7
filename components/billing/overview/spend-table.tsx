import { type Column, DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import type { SpendInCurrency } from "@/lib/billing/overview/schema";
import { monthName } from "@/lib/platform/kernel/month-name";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

type Month = SpendInCurrency["months"][number];

export function SpendTable({ spend, format }: { spend: SpendInCurrency; format: ViewerFormat }) {
  const labels = { net: t("Net"), tax: t("VAT"), total: t("Total") };
  const columns: Column<Month>[] = [
    { key: "month", header: t("Month"), cell: ({ month }) => monthName(month, "long", format.locale) },
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
      caption={t("Spend by month in {currency}", { currency: spend.currency })}
      columns={columns}
      rows={spend.months}
      rowKey={({ month }) => month}
    />
  );
}
