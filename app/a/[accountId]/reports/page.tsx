import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { preparedFiles } from "@/app/prepared-files";
import { DayFilters } from "@/components/billing/core/day-filters";
import { FirstLines } from "@/components/billing/core/first-lines";
import { ReportTable } from "@/components/billing/reports/report-table";
import { ReportTabs } from "@/components/home/reports/report-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { withParams } from "@/components/ui/with-params";
import { downloadReportCsv } from "@/lib/billing/reports/download-report-csv";
import { downloadReportPdf } from "@/lib/billing/reports/download-report-pdf";
import { viewReport } from "@/lib/billing/reports/view-report";
import { fromStrings } from "@/lib/http/from-strings";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Reports") });

export default accountPage(async (page) => {
  const { execute, base, search, actor, account, may } = page;
  const report = await execute(viewReport, fromStrings(viewReport.input, Object.entries(search)));
  const { kind, title, says, from, to, listed, currencies } = report;
  const here = `${base}/reports`;
  const file = (type: "csv" | "pdf") =>
    withParams(`/api/v1/accounts/${account.id}/report/${type}`, {}, { kind, from, to });
  const files = await preparedFiles(page, account.id, [
    { label: t("Prepare CSV"), operation: downloadReportCsv, input: { kind, from, to } },
    { label: t("Prepare PDF"), operation: downloadReportPdf, input: { kind, from, to } },
  ]);
  return (
    <>
      <PageHeader
        title={t("Reports")}
        actions={
          may(downloadReportCsv, downloadReportPdf) &&
          (["csv", "pdf"] as const).map((type) => (
            <ButtonLink key={type} href={file(type)} download="" icon={<Icon name="download" />}>
              {type.toUpperCase()}
            </ButtonLink>
          ))
        }
      />
      <ReportTabs base={here} active={kind} period={{ from, to }} billing />
      <DayFilters href={here} from={from} to={to} keep={{ kind }} />
      {!listed && (
        <FirstLines
          shown={currencies.flatMap(({ rows }) => rows).length}
          count={currencies.reduce((sum, part) => sum + part.count, 0)}
          locale={actor.locale}
        />
      )}
      {currencies.map((part) => (
        <Panel key={part.currency} title={`${title}, ${part.currency}`} description={says} className="mb-4" flush>
          <ReportTable report={report} part={part} format={actor} />
        </Panel>
      ))}
      {currencies.length === 0 && (
        <Panel>
          <EmptyState icon={<Icon name="chart-column" />} title={t("{title}: no data for this period", { title })}>
            {says}
          </EmptyState>
        </Panel>
      )}
      {files}
    </>
  );
});
