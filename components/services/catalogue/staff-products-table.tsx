import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { SortProps } from "@/components/ui/sort-props";
import { t } from "@/lib/platform/language/t";
import type { StaffProducts } from "@/lib/services/catalogue/schema";
import { AvailabilityMark } from "./availability-mark";

type Product = StaffProducts["items"][number];

const columns = (): Column<Product>[] => [
  { key: "name", header: t("Product"), sortable: true, cell: ({ name }) => name },
  { key: "category", header: t("Category"), sortable: true, cell: ({ category }) => category },
  {
    key: "currencies",
    header: t("Prices in"),
    phone: "hidden",
    cell: ({ currencies }) => currencies.join(", ") || t("No prices"),
  },
  {
    key: "services",
    header: t("Services"),
    phoneLabel: t("Services:"),
    numeric: true,
    cell: ({ services }) => services,
  },
  {
    key: "state",
    header: t("Status"),
    phone: "state",
    cell: ({ availability }) => <AvailabilityMark value={availability} />,
  },
];

/** All products, for staff. */
export function StaffProductsTable(props: { order?: SortProps; products: Product[]; empty: ReactNode }) {
  return (
    <DataTable
      {...props.order}
      caption={t("Products")}
      columns={columns()}
      rows={props.products}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/staff/products/${id}`}
      empty={props.empty}
    />
  );
}
