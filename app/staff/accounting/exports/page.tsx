import { personPage } from "@/app/page-context";
import { AccountingTabs } from "@/components/billing/accounting/accounting-tabs";
import { ExportForm } from "@/components/billing/accounting/export-form";
import { PageHeader } from "@/components/ui/page-header";
import { reportTaxes } from "@/lib/billing/accounting/report-taxes";

export const metadata = { title: "Exports" };

const files = [
  {
    path: "invoices",
    title: "Invoices",
    description: "Those issued in the period, with their sums and how they stand now.",
  },
  {
    path: "payments",
    title: "Payments",
    description: "Those begun in the period, failed ones too, with their invoices.",
  },
  {
    path: "journal",
    title: "Ledger journal",
    description: "Every entry of the period, debit and credit, for bookkeeping.",
  },
];

export default personPage(async ({ execute }) => {
  const { days } = await execute(reportTaxes, {});
  return (
    <>
      <PageHeader title="Exports" description="Whole days, UTC. That a file was downloaded is kept in the log." />
      <AccountingTabs active="/exports" />
      <div className="grid max-w-3xl gap-4">
        {files.map(({ path, ...words }) => (
          <ExportForm key={path} {...words} action={`/api/v1/staff/accounting/exports/${path}`} days={days} />
        ))}
      </div>
    </>
  );
});
