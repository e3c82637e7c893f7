import { personPage } from "@/app/page-context";
import { AccountsTable } from "@/components/staff/accounts/accounts-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSearch } from "@/components/ui/filter-search";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { fromStrings } from "@/lib/http/from-strings";
import { findAccounts } from "@/lib/staff/accounts/find-accounts";

export const metadata = { title: "Accounts" };

export default personPage(async ({ execute, search }) => {
  const { q, page, sort, direction } = search;
  const filters = { q, sort, direction };
  const list = await execute(
    findAccounts,
    fromStrings(findAccounts.input, Object.entries({ ...filters, page }).flatMap(given)),
  );
  return (
    <>
      <PageHeader title="Accounts" />
      <FilterBar action="/staff/accounts" resetHref={q ? "/staff/accounts" : undefined} label="Find accounts">
        <FilterSearch label="Name, number, person or email" defaultValue={q} prominent />
      </FilterBar>
      <Panel flush>
        <AccountsTable
          order={sortProps("/staff/accounts", filters, { key: "status", direction: "asc" })}
          accounts={list.items}
          empty={
            <EmptyState icon={<Icon name="search-x" />} title="No matching accounts">
              Try part of the company name, the account number, or the person's email address.
            </EmptyState>
          }
        />
        <Pagination {...pageLinks("/staff/accounts", filters, list, ["account", "accounts"])} />
      </Panel>
    </>
  );
});

const given = ([name, value]: [string, string | undefined]): [string, string][] => (value ? [[name, value]] : []);
