import type { Metadata } from "next";
import { billingOperations } from "@/app/a/[accountId]/view-operations";
import { accountPage } from "@/app/page-context";
import { preparedFiles } from "@/app/prepared-files";
import { BillingTabs } from "@/components/billing/core/billing-tabs";
import { DayFilters } from "@/components/billing/core/day-filters";
import { FirstLines } from "@/components/billing/core/first-lines";
import { StatementPart } from "@/components/billing/statements/statement-part";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { withParams } from "@/components/ui/with-params";
import { viewInvoice } from "@/lib/billing/invoices/view-invoice";
import { downloadStatementCsv } from "@/lib/billing/statements/download-statement-csv";
import { downloadStatementPdf } from "@/lib/billing/statements/download-statement-pdf";
import { viewStatement } from "@/lib/billing/statements/view-statement";
import { fromStrings } from "@/lib/http/from-strings";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Statement of account") });

export default accountPage(async (page) => {
  const { execute, base, search, actor, account, may } = page;
  const { from, to, listed, currencies } = await execute(
    viewStatement,
    fromStrings(viewStatement.input, Object.entries(search)),
  );
  const file = (kind: "pdf" | "csv") =>
    withParams(`/api/v1/accounts/${account.id}/statement/${kind}`, {}, { from, to });
  const files = await preparedFiles(page, account.id, [
    { label: t("Prepare CSV"), operation: downloadStatementCsv, input: { from, to } },
    { label: t("Prepare PDF"), operation: downloadStatementPdf, input: { from, to } },
  ]);
  const invoiceHref = may(viewInvoice) ? (id: string) => `${base}/invoices/${id}` : undefined;
  return (
    <>
      <PageHeader
        title={t("Statement of account")}
        description={t("All invoices, payments, credits and refunds in the period, with running balance.")}
        actions={
          <>
            <ButtonLink href={file("csv")} download="" icon={<Icon name="download" />}>
              {t("CSV")}
            </ButtonLink>
            <ButtonLink href={file("pdf")} download="" icon={<Icon name="download" />}>
              {t("PDF")}
            </ButtonLink>
          </>
        }
      />
      <BillingTabs base={base} active="/statement" opens={(path) => may(billingOperations[path])} />
      <DayFilters href={`${base}/statement`} from={from} to={to} />
      {!listed && (
        <FirstLines
          shown={currencies.flatMap(({ movements }) => movements).length}
          count={currencies.reduce((sum, part) => sum + part.count, 0)}
          locale={actor.locale}
        />
      )}
      {currencies.map((part) => (
        <StatementPart key={part.currency} part={part} invoiceHref={invoiceHref} format={actor} />
      ))}
      {currencies.length === 0 && (
        <Panel>
          <EmptyState icon={<Icon name="file-text" />} title={t("No activity in this period")}>
            {t("There was no balance and no activity. Choose an earlier start date.")}
          </EmptyState>
        </Panel>
      )}
      {files}
    </>
  );
});
