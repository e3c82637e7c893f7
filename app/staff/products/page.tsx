import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { CatalogueTabs } from "@/components/services/catalogue/catalogue-tabs";
import { StaffProductsTable } from "@/components/services/catalogue/staff-products-table";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { FilterSelect } from "@/components/ui/filter-select";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { listCatalogue } from "@/lib/services/catalogue/list-catalogue";
import { listEndpoints } from "@/lib/services/provisioning/list-endpoints";

export const generateMetadata = (): Metadata => ({ title: t("Products") });

const states = () => [
  { value: "listed", label: t("Listed") },
  { value: "hidden", label: t("Hidden") },
  { value: "archived", label: t("Archived") },
];

export default personPage(async ({ execute, may, search }) => {
  const list = await execute(listCatalogue, fromStrings(listCatalogue.input, Object.entries(search)));
  const { q, category, availability } = search;
  const filtered = Boolean(q || category || availability);
  const create = (
    <ButtonLink href="/staff/products/new" variant="primary" icon={<Icon name="package" />}>
      {t("Create product")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("Products")}
        description={t("What customers can order, and at which price.")}
        actions={create}
      />
      <CatalogueTabs active="" opens={(path) => path !== "/provisioning" || may(listEndpoints)} />
      <FilterBar
        action="/staff/products"
        resetHref={filtered ? "/staff/products" : undefined}
        label={t("Filter products")}
      >
        <FilterSearch label={t("Search by name")} defaultValue={q} />
        <FilterSelect
          name="category"
          label={t("Category")}
          options={list.categories.map((name) => ({ value: name, label: name }))}
          value={category}
        />
        <FilterSelect name="availability" label={t("Status")} options={states()} value={availability} />
      </FilterBar>
      <Panel flush>
        <StaffProductsTable
          order={sortProps("/staff/products", search, { key: "category", direction: "asc" })}
          products={list.items}
          empty={
            filtered ? (
              <EmptyState icon={<Icon name="package" />} title={t("No matching products")}>
                {t("Change or reset the filters.")}
              </EmptyState>
            ) : (
              <EmptyState icon={<Icon name="package" />} title={t("No products yet")} actions={create}>
                {t("Create one, set a price, then list it.")}
              </EmptyState>
            )
          }
        />
        <Pagination {...pageLinks("/staff/products", search, list, [msg("product@@of"), msg("products@@of")])} />
      </Panel>
    </>
  );
});
