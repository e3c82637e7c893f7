import { ChartColumn, Download } from "lucide-react";
import { accountPage } from "@/app/page-context";
import { DayFilters } from "@/components/billing/core/day-filters";
import { ReportTable } from "@/components/billing/reports/report-table";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Tabs } from "@/components/ui/tabs";
import { withParams } from "@/components/ui/with-params";
import { viewReport } from "@/lib/billing/reports/view-report";
import { fromStrings } from "@/lib/http/from-strings";

export const metadata = { title: "Reports" };

const kinds = [
  ["spend", "Spend"],
  ["payments", "Payments"],
  ["outstanding", "Outstanding"],
  ["services", "By service"],
] as const;

export default accountPage(async ({ execute, base, search, actor, account, can }) => {
  const report = await execute(viewReport, fromStrings(viewReport.input, Object.entries(search)));
  const { kind, title, says, from, to, currencies } = report;
  const here = `${base}/reports`;
  const file = (type: "csv" | "pdf") =>
    withParams(`/api/v1/accounts/${account.id}/report/${type}`, {}, { kind, from, to });
  return (
    <>
      <PageHeader
        title="Reports"
        actions={
          can("reports.export") &&
          (["csv", "pdf"] as const).map((type) => (
            <ButtonLink key={type} href={file(type)} download="" icon={<Download />}>
              {type.toUpperCase()}
            </ButtonLink>
          ))
        }
      />
      <Tabs
        label="Reports"
        tabs={kinds.map(([key, label]) => ({
          label,
          href: withParams(here, {}, { kind: key, from, to }),
          active: key === kind,
        }))}
      />
      <DayFilters href={here} from={from} to={to} keep={{ kind }} />
      {currencies.map((part) => (
        <Panel key={part.currency} title={`${title}, ${part.currency}`} description={says} className="mb-4" flush>
          <ReportTable report={report} part={part} format={actor} />
        </Panel>
      ))}
      {currencies.length === 0 && (
        <Panel>
          <EmptyState icon={<ChartColumn />} title={`${title}: nothing in this time`}>
            {says}
          </EmptyState>
        </Panel>
      )}
    </>
  );
});
