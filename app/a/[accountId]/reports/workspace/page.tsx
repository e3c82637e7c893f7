import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { ReportSection } from "@/components/home/reports/report-section";
import { ReportTabs } from "@/components/home/reports/report-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { viewReport } from "@/lib/billing/reports/view-report";
import { downloadReportTable } from "@/lib/home/reports/download-table";
import { viewReportParts } from "@/lib/home/reports/view-report-parts";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Reports") });

export default accountPage(async ({ execute, may, base, account, actor }) => {
  const { parts } = await execute(viewReportParts, {});
  return (
    <>
      <PageHeader title={t("Reports")} />
      <ReportTabs base={`${base}/reports`} active="workspace" billing={may(viewReport)} />
      {parts.map((part) => (
        <ReportSection
          key={part.name}
          part={part}
          locale={actor.locale}
          {...(may(downloadReportTable) && { csvHref: `/api/v1/accounts/${account.id}/report-parts/${part.name}/csv` })}
        />
      ))}
      {parts.length === 0 && (
        <Panel>
          <EmptyState icon={<Icon name="chart-column" />} title={t("Nothing to report")}>
            {t("You see reports about the areas that you have access to.")}
          </EmptyState>
        </Panel>
      )}
    </>
  );
});
