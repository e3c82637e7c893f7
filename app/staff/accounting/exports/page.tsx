import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { preparedFiles } from "@/app/prepared-files";
import { AccountingTabs } from "@/components/billing/accounting/accounting-tabs";
import { ExportFile } from "@/components/billing/accounting/export-file";
import { PeriodFilter } from "@/components/billing/accounting/period-filter";
import { PageHeader } from "@/components/ui/page-header";
import { withParams } from "@/components/ui/with-params";
import { exportInvoices } from "@/lib/billing/accounting/export-invoices";
import { exportJournal } from "@/lib/billing/accounting/export-journal";
import { exportPayments } from "@/lib/billing/accounting/export-payments";
import { reportTaxes } from "@/lib/billing/accounting/report-taxes";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Exports") });

const files = [
  {
    operation: exportInvoices,
    title: msg("Invoices"),
    prepare: msg("Prepare invoices"),
    description: msg("Invoices issued in the period, with amounts and current status."),
  },
  {
    operation: exportPayments,
    title: msg("Payments"),
    prepare: msg("Prepare payments"),
    description: msg("Payments started in the period, including failed ones, with their invoices."),
  },
  {
    operation: exportJournal,
    title: msg("Ledger journal"),
    prepare: msg("Prepare ledger journal"),
    description: msg("All entries in the period, with debits and credits, for bookkeeping."),
  },
];

const here = "/staff/accounting/exports";

export default personPage(async (page) => {
  const { from, to } = page.search;
  const asked = Object.entries({ from, to }).flatMap(([name, value]): [string, string][] =>
    value ? [[name, value]] : [],
  );
  const { days } = await page.execute(reportTaxes, fromStrings(reportTaxes.input, asked));
  const prepared = await preparedFiles(
    page,
    null,
    files.map(({ prepare, operation }) => ({
      label: t(prepare),
      operation,
      input: days,
    })),
  );
  return (
    <>
      <PageHeader title={t("Exports")} description={t("Whole days, UTC. Downloads are recorded in the audit log.")} />
      <AccountingTabs active="/exports" />
      <PeriodFilter action={here} days={days} filtered={Boolean(from || to)} />
      <div className="grid max-w-3xl gap-4">
        {files.map(({ operation, title, description }) => (
          <ExportFile
            key={operation.name}
            title={t(title)}
            description={t(description)}
            href={withParams(`/api/v1${operation.http.path}`, days, {})}
          />
        ))}
      </div>
      {prepared}
    </>
  );
});
