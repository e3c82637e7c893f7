import type { ReactNode } from "react";
import { Price } from "@/components/services/catalogue/price";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import type { ServiceHead } from "@/lib/services/core/schema";
import { ServiceState } from "./service-state";

export type ServicesTableProps = {
  services: ServiceHead[];
  hrefOf: (service: ServiceHead) => string;
  format: ViewerFormat;
  empty: ReactNode;
};

/** Who may see no price gets no column for one. */
export function ServicesTable({ services, hrefOf, format, empty }: ServicesTableProps) {
  const columns: Column<ServiceHead>[] = [
    { key: "name", header: "Name", cell: ({ name }) => name },
    { key: "product", header: "Product", cell: ({ product }) => product },
    { key: "status", header: "Status", cell: (service) => <ServiceState {...service} /> },
    { key: "location", header: "Location", cell: ({ location }) => location, priority: "low" },
    {
      key: "renews",
      header: "Renews",
      cell: ({ renewsAt, endsAt }) =>
        endsAt ? (
          <span>
            Ends <DateTime value={endsAt} format={format} />
          </span>
        ) : (
          renewsAt && <DateTime value={renewsAt} format={format} />
        ),
    },
    {
      key: "price",
      header: "Price",
      numeric: true,
      cell: ({ price }) => price && <Price value={price} locale={format.locale} />,
    },
  ];
  const priced = services.some(({ price }) => price !== undefined);
  return (
    <DataTable
      caption="Services"
      columns={priced ? columns : columns.filter(({ key }) => key !== "price")}
      rows={services}
      rowKey={({ id }) => id}
      rowHref={hrefOf}
      empty={empty}
    />
  );
}
