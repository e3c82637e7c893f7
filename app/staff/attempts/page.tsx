import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { AttemptsTable } from "@/components/staff/accounts/attempts-table";
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
import { listAttempts } from "@/lib/staff/accounts/list-attempts";

export const generateMetadata = (): Metadata => ({ title: t("Denied attempts") });

export default personPage(async ({ execute, search }) => {
  const list = await execute(listAttempts, fromStrings(listAttempts.input, Object.entries(search)));
  const { page: _page, cursor: _cursor, ...filters } = search;
  const filtered = Object.entries(filters).some(
    ([name, value]) => value !== "" && name !== "sort" && name !== "direction",
  );
  return (
    <>
      <PageHeader
        title={t("Denied attempts")}
        description={t("Attempts to open other customers' accounts and records. Customers don't see this page.")}
      />
      <FilterBar
        action="/staff/attempts"
        keep={{ accountId: filters.accountId }}
        resetHref={filtered ? "/staff/attempts" : undefined}
        label={t("Filter denied attempts")}
      >
        <FilterSearch label={t("Search by user")} defaultValue={filters.q} />
      </FilterBar>
      <Panel flush>
        <AttemptsTable
          order={sortProps("/staff/attempts", filters, { key: "at", direction: "desc" })}
          attempts={list.items}
          empty={
            filtered ? (
              <EmptyState title={t("No matching attempts")}>
                {t("Change the filter, or clear it to see all attempts.")}
              </EmptyState>
            ) : (
              <EmptyState icon={<Icon name="shield-check" />} title={t("No denied attempts")}>
                {t("Attempts to open another customer's account or records appear here.")}
              </EmptyState>
            )
          }
        />
        <Pagination {...pageLinks("/staff/attempts", filters, list, [msg("attempt@@of"), msg("attempts@@of")])} />
      </Panel>
    </>
  );
});
