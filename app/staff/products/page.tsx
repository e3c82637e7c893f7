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
import { listCatalogue } from "@/lib/services/catalogue/list-catalogue";
import { listEndpoints } from "@/lib/services/provisioning/list-endpoints";

export const metadata = { title: "Products" };

const states = [
  { value: "listed", label: "Listed" },
  { value: "hidden", label: "Hidden" },
  { value: "archived", label: "Archived" },
];

export default personPage(async ({ execute, may, search }) => {
  const list = await execute(listCatalogue, fromStrings(listCatalogue.input, Object.entries(search)));
  const { q, category, availability } = search;
  const filtered = Boolean(q || category || availability);
  const create = (
    <ButtonLink href="/staff/products/new" variant="primary" icon={<Icon name="package" />}>
      Create product
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title="Products" description="What customers can order, and at which price." actions={create} />
      <CatalogueTabs active="" opens={(path) => path !== "/provisioning" || may(listEndpoints)} />
      <FilterBar action="/staff/products" resetHref={filtered ? "/staff/products" : undefined} label="Filter products">
        <FilterSearch label="Search by name" defaultValue={q} />
        <FilterSelect
          name="category"
          label="Category"
          options={list.categories.map((name) => ({ value: name, label: name }))}
          value={category}
        />
        <FilterSelect name="availability" label="Status" options={states} value={availability} />
      </FilterBar>
      <Panel flush>
        <StaffProductsTable
          order={sortProps("/staff/products", search, { key: "category", direction: "asc" })}
          products={list.items}
          empty={
            filtered ? (
              <EmptyState icon={<Icon name="package" />} title="No matching products">
                Change or reset the filters.
              </EmptyState>
            ) : (
              <EmptyState icon={<Icon name="package" />} title="No products yet" actions={create}>
                Create one, set a price, then list it.
              </EmptyState>
            )
          }
        />
        <Pagination {...pageLinks("/staff/products", search, list, [msg("product@@of"), msg("products@@of")])} />
      </Panel>
    </>
  );
});
