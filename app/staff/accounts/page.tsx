import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { AccountsTable } from "@/components/staff/accounts/accounts-table";
import { ButtonLink } from "@/components/ui/button-link";
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
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { createAccount } from "@/lib/staff/accounts/create-account";
import { findAccounts } from "@/lib/staff/accounts/find-accounts";

export const generateMetadata = (): Metadata => ({ title: t("Accounts") });

export default personPage(async ({ execute, may, search }) => {
  const { q, page, cursor, sort, direction } = search;
  const filters = { q, sort, direction };
  const list = await execute(
    findAccounts,
    fromStrings(findAccounts.input, Object.entries({ ...filters, page, cursor }).flatMap(given)),
  );
  return (
    <>
      <PageHeader
        title={t("Accounts")}
        actions={
          may(createAccount) && (
            <>
              <ButtonLink href="/staff/import" icon={<Icon name="upload" />}>
                {t("Import")}
              </ButtonLink>
              <ButtonLink href="/staff/accounts/new" variant="primary" icon={<Icon name="building-complex" />}>
                {t("Create account")}
              </ButtonLink>
            </>
          )
        }
      />
      <FilterBar action="/staff/accounts" resetHref={q ? "/staff/accounts" : undefined} label={t("Find accounts")}>
        <FilterSearch label={t("Name, number, person or email")} defaultValue={q} prominent />
      </FilterBar>
      <Panel flush>
        <AccountsTable
          order={sortProps("/staff/accounts", filters, { key: "status", direction: "asc" })}
          accounts={list.items}
          empty={
            q ? (
              <EmptyState icon={<Icon name="search-x" />} title={t("No matching accounts")}>
                {t("Try part of the company name, the account number, or the person's email address.")}
              </EmptyState>
            ) : (
              <EmptyState
                icon={<Icon name="building-complex" />}
                title={t("No accounts yet")}
                actions={
                  may(createAccount) && (
                    <ButtonLink href="/staff/accounts/new" variant="primary">
                      {t("Create the first account")}
                    </ButtonLink>
                  )
                }
              >
                {t("Customer accounts appear here once they are created.")}
              </EmptyState>
            )
          }
        />
        <Pagination {...pageLinks("/staff/accounts", filters, list, [msg("account@@of"), msg("accounts@@of")])} />
      </Panel>
    </>
  );
});

const given = ([name, value]: [string, string | undefined]): [string, string][] => (value ? [[name, value]] : []);
