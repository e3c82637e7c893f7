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
    description: "Invoices issued in the period, with amounts and current status.",
  },
  {
    path: "payments",
    title: "Payments",
    description: "Payments started in the period, including failed ones, with their invoices.",
  },
  {
    path: "journal",
    title: "Ledger journal",
    description: "All entries in the period, with debits and credits, for bookkeeping.",
  },
];

export default personPage(async ({ execute }) => {
  const { days } = await execute(reportTaxes, {});
  return (
    <>
      <PageHeader title="Exports" description="Whole days, UTC. Downloads are recorded in the audit log." />
      <AccountingTabs active="/exports" />
      <div className="grid max-w-3xl gap-4">
        {files.map(({ path, ...words }) => (
          <ExportForm key={path} {...words} action={`/api/v1/staff/accounting/exports/${path}`} days={days} />
        ))}
      </div>
    </>
  );
});
