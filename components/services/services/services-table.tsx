import type { ReactNode } from "react";
import { Price } from "@/components/services/catalogue/price";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import type { SortProps } from "@/components/ui/sort-props";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { locationInWords } from "@/lib/services/core/schema";
import type { ServiceHead } from "@/lib/services/services/schema";
import { ServiceState } from "./service-state";

export type ServicesTableProps = {
  /** The list's order and the URL of another; without it the list has its default order. */
  order?: SortProps;

  services: ServiceHead[];
  hrefOf: (service: ServiceHead) => string;
  format: ViewerFormat;
  empty: ReactNode;
};

/** Viewers who can't see prices get no price column. */
export function ServicesTable({ services, order, hrefOf, format, empty }: ServicesTableProps) {
  const columns: Column<ServiceHead>[] = [
    { key: "name", header: t("Name"), sortable: true, cell: ({ name }) => name },
    { key: "product", header: t("Product"), sortable: true, cell: ({ product }) => product },
    {
      key: "status",
      header: t("Status"),
      phone: "state",
      sortable: true,
      cell: (service) => <ServiceState {...service} />,
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
      key: "renews",
      header: t("Renews"),
      phoneLabel: ({ renewsAt, endsAt }) => (renewsAt && !endsAt ? t("Renews") : undefined),
      sortable: true,
      cell: ({ renewsAt, endsAt }) =>
        endsAt ? (
          <span>{rich("Ends {date}", { date: <DateTime value={endsAt} format={format} /> })}</span>
        ) : (
          renewsAt && <DateTime value={renewsAt} format={format} />
        ),
    },
    {
      key: "price",
      header: t("Price"),
      phone: "amount",
      sortable: true,
      numeric: true,
      cell: ({ price }) => price && <Price value={price} locale={format.locale} />,
    },
  ];
  const priced = services.some(({ price }) => price !== undefined);
  return (
    <DataTable
      {...order}
      caption={t("Services")}
      columns={priced ? columns : columns.filter(({ key }) => key !== "price")}
      rows={services}
      rowKey={({ id }) => id}
      rowHref={hrefOf}
      empty={empty}
    />
  );
}
