import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { AccountingTabs } from "@/components/billing/accounting/accounting-tabs";
import { FailedPaymentsTable } from "@/components/billing/accounting/failed-payments-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSelect } from "@/components/ui/filter-select";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { orderIn, placeIn, sortProps } from "@/components/ui/sort-props";
import { listFailedPayments } from "@/lib/billing/accounting/list-failed-payments";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Failed payments") });

const here = "/staff/accounting/failed";

export default personPage(async ({ execute, search, actor }) => {
  const asked: [string, string][] = [["stillDue", search.all === "yes" ? "false" : "true"]];
  asked.push(...orderIn(search), ...placeIn(search));
  const filters = { all: search.all, sort: search.sort, direction: search.direction };
  const list = await execute(listFailedPayments, fromStrings(listFailedPayments.input, asked));
  return (
    <>
      <PageHeader
        title={t("Failed payments")}
        description={t("Payments that failed, the reason, and the next retry.")}
      />
      <AccountingTabs active="/failed" />
      <FilterBar action={here} resetHref={search.all ? here : undefined} label={t("Filter failed payments")}>
        <FilterSelect
          name="all"
          label={t("Show")}
          allLabel={t("unpaid only")}
          options={[{ value: "yes", label: t("all@@payments") }]}
          value={search.all}
        />
      </FilterBar>
      <Panel flush>
        <FailedPaymentsTable
          order={sortProps(here, filters, { key: "at", direction: "desc" })}
          rows={list.items}
          format={actor}
          empty={
            <EmptyState icon={<Icon name="circle-check" />} title={t("No failed payments")}>
              {t("No unpaid invoice has a failed payment.")}
            </EmptyState>
          }
        />
        <Pagination {...pageLinks(here, filters, list, [msg("payment@@of"), msg("payments@@of")])} />
      </Panel>
    </>
  );
});
