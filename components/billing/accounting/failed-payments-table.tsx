import type { ReactNode } from "react";
import { amountColumn } from "@/components/billing/core/amount-column";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import type { SortProps } from "@/components/ui/sort-props";
import { TextLink } from "@/components/ui/text-link";
import type { FailedPayment } from "@/lib/billing/accounting/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

export type FailedPaymentsTableProps = {
  /** Current sort order and links to the others; without it the list can't be sorted. */
  order?: SortProps;
  rows: FailedPayment[];
  empty: ReactNode;
  format: ViewerFormat;
};

/** Failed payments with the reason and the next attempt. */
export function FailedPaymentsTable({ rows, order, empty, format }: FailedPaymentsTableProps) {
  const columns: Column<FailedPayment>[] = [
    {
      key: "account",
      header: t("Account"),
      sortable: true,
      cell: ({ account }) => account.name,
    },
    {
      key: "for",
      header: t("Invoices"),
      cell: ({ account, invoices }) =>
        invoices.map(({ id, number }) => (
          <TextLink key={id} href={`/a/${account.id}/invoices/${id}`} className="me-2">
            {number}
          </TextLink>
        )),
    },
    {
      key: "why",
      header: t("Reason"),
      phone: "below",
      sortable: true,
      grow: true,
      cell: ({ method, reason }) => (
        <div>
          {reason ?? t("The bank gave no reason.")}
          <span className="cell-detail">{method}</span>
        </div>
      ),
    },
    { key: "at", header: t("Failed"), sortable: true, cell: ({ at }) => <DateTime value={at} format={format} /> },
    {
      key: "next",
      header: t("Next attempt"),
      phone: "state",
      phoneLabel: ({ nextAttempt }) => (nextAttempt ? t("Next@@attempt") : undefined),
      cell: ({ nextAttempt, stillDue }) => {
        if (nextAttempt) return <DateTime value={nextAttempt} format={format} />;
        return stillDue.amountMinor === 0 ? t("Paid since") : t("None@@attempt");
      },
    },
    amountColumn(format),
  ];
  return (
    <DataTable
      {...order}
      caption={t("Failed payments")}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ account }) => `/staff/accounts/${account.id}`}
      empty={empty}
    />
  );
}
