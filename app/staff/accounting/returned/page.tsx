import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { AccountingTabs } from "@/components/billing/accounting/accounting-tabs";
import { PeriodFilter } from "@/components/billing/accounting/period-filter";
import { ReturnedTable } from "@/components/billing/accounting/returned-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterSelect } from "@/components/ui/filter-select";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { listReturned } from "@/lib/billing/accounting/list-returned";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Refunds and credit notes") });

const here = "/staff/accounting/returned";

export default personPage(async ({ execute, search, actor }) => {
  const { from, to, kind, page, cursor, sort, direction } = search;
  const filters = { from, to, kind, sort, direction };
  const asked = Object.entries({ ...filters, page, cursor }).flatMap(([name, value]): [string, string][] =>
    value ? [[name, value]] : [],
  );
  const list = await execute(listReturned, fromStrings(listReturned.input, asked));
  return (
    <>
      <PageHeader title={t("Refunds and credit notes")} />
      <AccountingTabs active="/returned" />
      <PeriodFilter action={here} days={list.days} filtered={Boolean(from || to || kind)}>
        <FilterSelect
          name="kind"
          label={t("Kind")}
          options={[
            { value: "refund", label: t("Refunds") },
            { value: "creditNote", label: t("Credit notes") },
          ]}
          value={kind}
        />
      </PeriodFilter>
      <Panel flush>
        <ReturnedTable
          order={sortProps(here, filters, { key: "at", direction: "desc" })}
          rows={list.items}
          format={actor}
          empty={
            <EmptyState icon={<Icon name="circle-check" />} title={t("No refunds or credit notes")}>
              {t("None were issued in this period.")}
            </EmptyState>
          }
        />
        <Pagination {...pageLinks(here, filters, list, [msg("entry@@of"), msg("entries@@of")])} />
      </Panel>
    </>
  );
});
