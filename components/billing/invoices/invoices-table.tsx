import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { Sort } from "@/components/ui/sort";
import type { InvoiceHead } from "@/lib/billing/invoices/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { DueDate } from "./due-date";
import { InvoiceStanding } from "./invoice-standing";
import { legalDates } from "./legal-dates";
import { PayChoice } from "./pay-choice";

export type InvoicesTableProps = {
  invoices: InvoiceHead[];
  hrefOf: (invoice: InvoiceHead) => string;
  now: Date;
  format: ViewerFormat;
  /** Current sort order and links to the others; without them the list can't be sorted. */
  sort?: Sort;
  sortHref?: (sort: Sort) => string;
  /** Gives unpaid invoices a checkbox, for use inside `<PaySeveral>`. */
  payable?: boolean;
  empty: ReactNode;
};

export function InvoicesTable({ invoices, hrefOf, now, format, sort, sortHref, payable, empty }: InvoicesTableProps) {
  const columns: Column<InvoiceHead>[] = [
    { key: "number", header: t("Number"), sortable: true, cell: ({ number }) => number ?? t("Draft") },
    {
      key: "status",
      header: t("Status"),
      phone: "state",
      sortable: true,
      cell: ({ standing }) => InvoiceStanding({ standing }),
    },
    {
      key: "issued",
      header: t("Issued"),
      phone: "hidden",
      sortable: true,
      cell: ({ issuedAt }) => issuedAt && <DateTime value={issuedAt} format={legalDates(format)} />,
      priority: "low",
    },
    {
      key: "due",
      header: t("Due date"),
      phoneLabel: t("Due"),
      sortable: true,
      cell: (invoice) => DueDate({ invoice, now, format }),
    },
    {
      key: "total",
      header: t("Total"),
      phone: "amount",
      numeric: true,
      sortable: true,
      cell: ({ total }) => <Money value={total} format={format} />,
    },
    {
      key: "toPay",
      header: t("Amount due"),
      phone: ({ total, due }) => (due.amountMinor === total.amountMinor ? "hidden" : "below"),
      phoneLabel: ({ due }) => (due.amountMinor > 0 ? t("Amount due") : undefined),
      sortable: true,
      numeric: true,
      cell: ({ due }) =>
        due.amountMinor > 0 && (
          <span className="font-semibold">
            <Money value={due} format={format} />
          </span>
        ),
    },
  ];
  if (payable) {
    columns.push({
      key: "pay",
      header: t("Pay"),
      hideHeader: true,
      cell: ({ id, number, due }) => due.amountMinor > 0 && <PayChoice id={id} number={number} />,
    });
  }
  return (
    <DataTable
      caption={t("Invoices")}
      columns={columns}
      rows={invoices}
      rowKey={({ id }) => id}
      rowHref={hrefOf}
      sort={sort}
      sortHref={sortHref}
      empty={empty}
    />
  );
}
