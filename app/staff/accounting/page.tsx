import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { preparedFiles } from "@/app/prepared-files";
import { AccountingTabs } from "@/components/billing/accounting/accounting-tabs";
import { ReceivableTotals } from "@/components/billing/accounting/receivable-totals";
import { ReceivablesTable } from "@/components/billing/accounting/receivables-table";
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
import { withParams } from "@/components/ui/with-params";
import { exportReceivables } from "@/lib/billing/accounting/export-receivables";
import { listReceivables } from "@/lib/billing/accounting/list-receivables";
import { fromStrings } from "@/lib/http/from-strings";
import { ageLabels, ages } from "@/lib/platform/kernel/ages";
import { currencyOptions } from "@/lib/platform/kernel/currencies";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Receivables") });

const here = "/staff/accounting";

export default personPage(async (context) => {
  const { execute, search, actor } = context;
  const { q, currency, age, sort = "total", direction = "desc", page, cursor } = search;
  const given = { q, currency, age, sort, direction, page, cursor };
  const asked = Object.entries(given).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
  const filters = { q, currency, age };
  const order = { key: sort, direction: direction === "asc" ? ("asc" as const) : ("desc" as const) };
  const [list, files] = await Promise.all([
    execute(listReceivables, fromStrings(listReceivables.input, asked)),
    preparedFiles(context, null, [{ label: t("Prepare CSV"), operation: exportReceivables, input: filters }]),
  ]);
  return (
    <>
      <PageHeader
        title={t("Receivables")}
        description={t("Balance due per account, by days overdue.")}
        actions={
          <ButtonLink
            href={withParams("/api/v1/staff/accounting/receivables/export", filters, {})}
            download="receivables.csv"
            icon={<Icon name="download" />}
          >
            {t("Download CSV")}
          </ButtonLink>
        }
      />
      <AccountingTabs active="" />
      <ReceivableTotals totals={list.totals} format={actor} />
      <FilterBar
        action={here}
        keep={{ sort: search.sort, direction: search.direction }}
        resetHref={q || currency || age ? here : undefined}
        label={t("Filter receivables")}
      >
        <FilterSearch label={t("Account name or number")} defaultValue={q} />
        <FilterSelect name="currency" label={t("Currency")} options={currencyOptions} value={currency} />
        <FilterSelect
          name="age"
          label={t("Age")}
          options={ages.map((value) => ({ value, label: t(ageLabels[value]) }))}
          value={age}
        />
      </FilterBar>
      <Panel flush>
        <ReceivablesTable
          rows={list.items}
          sort={order}
          sortHref={(next) => withParams(here, filters, { sort: next.key, direction: next.direction })}
          format={actor}
          empty={
            <EmptyState icon={<Icon name="circle-check" />} title={t("No receivables")}>
              {t("No account has a balance due that matches these filters.")}
            </EmptyState>
          }
        />
        <Pagination
          {...pageLinks(here, { ...filters, sort, direction }, list, [msg("account@@of"), msg("accounts@@of")])}
        />
      </Panel>
      {files}
    </>
  );
});
