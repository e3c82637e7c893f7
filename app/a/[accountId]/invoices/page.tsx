import type { Metadata } from "next";
import { billingOperations } from "@/app/a/[accountId]/view-operations";
import { accountPage } from "@/app/page-context";
import { BillingTabs } from "@/components/billing/core/billing-tabs";
import { DueSummary } from "@/components/billing/invoices/due-summary";
import { InvoiceFilters } from "@/components/billing/invoices/invoice-filters";
import { InvoicesTable } from "@/components/billing/invoices/invoices-table";
import { PaySeveral } from "@/components/billing/invoices/pay-several";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { firstPage, withParams } from "@/components/ui/with-params";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import { previewPayment } from "@/lib/billing/payments/preview-payment";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Invoices") });

export default accountPage(async ({ execute, may, base, search, actor, now }) => {
  const list = await execute(listInvoices, fromStrings(listInvoices.input, Object.entries(search)));
  const here = `${base}/invoices`;
  const filtered = Boolean(search.status || search.year || search.q || search.page);
  const payable = may(previewPayment) && list.items.some(({ due }) => due.amountMinor > 0);
  return (
    <>
      <LiveRefresh of="invoice" />
      <PageHeader title={t("Invoices")} />
      <BillingTabs base={base} active="/invoices" opens={(path) => may(billingOperations[path])} />
      <DueSummary due={list.due} hrefOf={(status) => withParams(here, {}, { status })} format={actor} />
      <InvoiceFilters href={here} filters={search} years={list.years} />
      <Panel flush>
        <PaySeveral href={payable ? `${here}/pay` : undefined}>
          <InvoicesTable
            invoices={list.items}
            hrefOf={({ id }) => `${here}/${id}`}
            now={now}
            format={actor}
            sort={{ key: search.sort ?? "issued", direction: search.direction === "asc" ? "asc" : "desc" }}
            sortHref={({ key, direction }) => withParams(here, search, { sort: key, direction, ...firstPage })}
            payable={payable}
            empty={
              filtered ? (
                <EmptyState title={t("No matching invoices")}>
                  {t("Change the filters, or clear them to see all invoices.")}
                </EmptyState>
              ) : (
                <EmptyState icon={<Icon name="receipt-text" />} title={t("No invoices yet")}>
                  {t("Invoices appear here when they are issued, and are emailed to everyone who receives invoices.")}
                </EmptyState>
              )
            }
          />
        </PaySeveral>
        <Pagination {...pageLinks(here, search, list, [msg("invoice@@of"), msg("invoices@@of")])} />
      </Panel>
    </>
  );
});
