import type { ReactNode } from "react";
import { amountColumn } from "@/components/billing/core/amount-column";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import type { SortProps } from "@/components/ui/sort-props";
import type { PaymentHead } from "@/lib/billing/payments/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { PaymentStatus } from "./payment-status";

type PaymentsTableProps = {
  /** Current sort order and links to the others; without it the list can't be sorted. */
  order?: SortProps;

  payments: PaymentHead[];
  hrefOf: (payment: PaymentHead) => string;
  format: ViewerFormat;
  empty: ReactNode;
};

export function PaymentsTable({ payments, order, hrefOf, format, empty }: PaymentsTableProps) {
  const columns: Column<PaymentHead>[] = [
    { key: "at", header: t("Date"), sortable: true, cell: ({ at }) => <DateTime value={at} format={format} /> },
    {
      key: "status",
      header: t("Status"),
      phone: "state",
      sortable: true,
      cell: ({ status }) => PaymentStatus({ status }),
    },
    {
      key: "for",
      header: t("Invoices"),
      phone: "title",
      grow: true,
      cell: ({ invoices }) => invoices.map(({ number }) => number).join(", "),
    },
    { key: "method", header: t("Method"), sortable: true, cell: ({ method }) => method },
    {
      key: "who",
      header: t("Paid by"),
      sortable: true,
      priority: "low",
      phone: "hidden",
      cell: ({ paidBy }) => paidBy ?? t("Autopay"),
    },
    amountColumn(format),
  ];
  return (
    <DataTable
      {...order}
      caption={t("Payments")}
      columns={columns}
      rows={payments}
      rowKey={({ id }) => id}
      rowHref={hrefOf}
      empty={empty}
    />
  );
}
