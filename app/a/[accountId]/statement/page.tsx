import { Download, FileText } from "lucide-react";
import { accountPage } from "@/app/page-context";
import { BillingTabs } from "@/components/billing/core/billing-tabs";
import { DayFilters } from "@/components/billing/core/day-filters";
import { StatementPart } from "@/components/billing/statements/statement-part";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { withParams } from "@/components/ui/with-params";
import { viewStatement } from "@/lib/billing/statements/view-statement";
import { fromStrings } from "@/lib/http/from-strings";

export const metadata = { title: "Statement of account" };

export default accountPage(async ({ execute, base, search, actor, account, can }) => {
  const { from, to, currencies } = await execute(
    viewStatement,
    fromStrings(viewStatement.input, Object.entries(search)),
  );
  const file = (kind: "pdf" | "csv") =>
    withParams(`/api/v1/accounts/${account.id}/statement/${kind}`, {}, { from, to });
  const invoiceHref = can("billing.invoices.view") ? (id: string) => `${base}/invoices/${id}` : undefined;
  return (
    <>
      <PageHeader
        title="Statement of account"
        description="Every invoice, payment, credit and refund of a time, with the balance after each."
        actions={
          <>
            <ButtonLink href={file("csv")} download="" icon={<Download />}>
              CSV
            </ButtonLink>
            <ButtonLink href={file("pdf")} download="" icon={<Download />}>
              PDF
            </ButtonLink>
          </>
        }
      />
      <BillingTabs base={base} active="/statement" can={can} />
      <DayFilters href={`${base}/statement`} from={from} to={to} />
      {currencies.map((part) => (
        <StatementPart key={part.currency} part={part} invoiceHref={invoiceHref} format={actor} />
      ))}
      {currencies.length === 0 && (
        <Panel>
          <EmptyState icon={<FileText />} title="Nothing in this time">
            Nothing was owed and nothing moved. Choose an earlier first day.
          </EmptyState>
        </Panel>
      )}
    </>
  );
});
