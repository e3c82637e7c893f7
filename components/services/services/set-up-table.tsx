import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import type { SortProps } from "@/components/ui/sort-props";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { locationInWords } from "@/lib/services/core/schema";
import type { ServiceToSetUp } from "@/lib/services/services/schema";

export type SetUpTableProps = {
  order?: SortProps;
  services: ServiceToSetUp[];
  format: ViewerFormat;
  empty: ReactNode;
};

/** The services awaiting set-up; each links to its task in the customer's account. */
export function SetUpTable({ order, services, format, empty }: SetUpTableProps) {
  const columns: Column<ServiceToSetUp>[] = [
    { key: "name", header: t("Service"), sortable: true, cell: ({ name }) => name },
    { key: "product", header: t("Product"), sortable: true, cell: ({ product }) => product },
    {
      key: "account",
      header: t("Account"),
      sortable: true,
      cell: ({ account }) => `${account.name}, ${account.number}`,
    },
    {
      key: "location",
      header: t("Location"),
      phone: "hidden",
      sortable: true,
      cell: ({ location }) => locationInWords(location),
      priority: "low",
    },
    {
      key: "paid",
      header: t("Paid@@on"),
      phone: "amount",
      sortable: true,
      cell: ({ paidAt }) => <DateTime value={paidAt} style="dateTime" format={format} />,
    },
  ];
  return (
    <DataTable
      caption={t("Services to set up")}
      columns={columns}
      {...order}
      rows={services}
      rowKey={({ id }) => id}
      rowHref={({ id, account }) => `/a/${account.id}/services/${id}/set-up`}
      empty={empty}
    />
  );
}
