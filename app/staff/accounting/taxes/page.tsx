import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { AccountingTabs } from "@/components/billing/accounting/accounting-tabs";
import { PeriodFilter } from "@/components/billing/accounting/period-filter";
import { TaxesTable } from "@/components/billing/accounting/taxes-table";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { withParams } from "@/components/ui/with-params";
import { reportTaxes } from "@/lib/billing/accounting/report-taxes";
import { fromStrings } from "@/lib/http/from-strings";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Taxes") });

const here = "/staff/accounting/taxes";

export default personPage(async ({ execute, search, actor }) => {
  const { from, to } = search;
  const asked = Object.entries({ from, to }).flatMap(([name, value]): [string, string][] =>
    value ? [[name, value]] : [],
  );
  const { days, rows } = await execute(reportTaxes, fromStrings(reportTaxes.input, asked));
  return (
    <>
      <PageHeader
        title={t("Taxes")}
        description={t("From the ledger, in UTC days. Invoices count on their issue date.")}
        actions={
          <ButtonLink
            href={withParams("/api/v1/staff/accounting/taxes/export", days, {})}
            download="taxes.csv"
            icon={<Icon name="download" />}
          >
            {t("Download CSV")}
          </ButtonLink>
        }
      />
      <AccountingTabs active="/taxes" />
      <PeriodFilter action={here} days={days} filtered={Boolean(from || to)} />
      <Panel flush>
        <TaxesTable
          rows={rows}
          format={actor}
          empty={
            <EmptyState icon={<Icon name="landmark" />} title={t("No sales")}>
              {t("No invoices were issued in this period.")}
            </EmptyState>
          }
        />
      </Panel>
    </>
  );
});
