import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { DueDate } from "@/components/billing/invoices/due-date";
import { InvoiceLines } from "@/components/billing/invoices/invoice-lines";
import { InvoiceNotice } from "@/components/billing/invoices/invoice-notice";
import { InvoiceStanding } from "@/components/billing/invoices/invoice-standing";
import { InvoiceSums } from "@/components/billing/invoices/invoice-sums";
import { legalDates } from "@/components/billing/invoices/legal-dates";
import { Party } from "@/components/billing/invoices/party";
import { ReverseChargeNote } from "@/components/billing/invoices/reverse-charge-note";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { ButtonLink } from "@/components/ui/button-link";
import { DateTime } from "@/components/ui/date-time";
import { Icon } from "@/components/ui/icon";
import { KeyValueList } from "@/components/ui/key-value-list";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { viewBillingDesk } from "@/lib/billing/invoices/view-billing-desk";
import { viewInvoice } from "@/lib/billing/invoices/view-invoice";
import { viewManagedInvoice } from "@/lib/billing/invoices/view-managed";
import { previewPayment } from "@/lib/billing/payments/preview-payment";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Invoice") });

export default accountPage(async ({ execute, may, base, params, actor, account, now }) => {
  const invoice = await execute(viewInvoice, { invoiceId: params.invoiceId ?? "" });
  const { number, standing, issuedAt, dueAt, seller, buyer, note } = invoice;
  const dates = legalDates(actor);
  return (
    <>
      <LiveRefresh of="invoice" id={params.invoiceId} />
      <PageHeader
        title={number === null ? t("Draft invoice") : t("Invoice {number}", { number })}
        mark={<InvoiceStanding standing={standing} />}
        breadcrumb={[{ label: t("Invoices"), href: `${base}/invoices` }]}
        actions={
          <>
            {invoice.due.amountMinor > 0 && may(previewPayment) && (
              <ButtonLink
                href={`${base}/invoices/pay?invoice=${invoice.id}`}
                variant="primary"
                icon={<Icon name="credit-card" />}
              >
                {t("Pay")}
              </ButtonLink>
            )}
            {may(viewManagedInvoice, viewBillingDesk) && (
              <ButtonLink href={`${base}/invoices/${invoice.id}/manage`} icon={<Icon name="wrench" />}>
                {t("Manage")}
              </ButtonLink>
            )}
            <ButtonLink
              href={`/api/v1/accounts/${account.id}/invoices/${invoice.id}/pdf`}
              download={`${number ?? "draft-invoice"}.pdf`}
              icon={<Icon name="download" />}
            >
              {t("Download PDF")}
            </ButtonLink>
          </>
        }
      />
      <InvoiceNotice invoice={invoice} now={now} format={actor} />
      {invoice.reverseCharge && <ReverseChargeNote vatId={buyer.vatId} />}
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <Panel title={t("Lines")} flush>
          <InvoiceLines invoice={invoice} serviceHref={(serviceId) => `${base}/services/${serviceId}`} format={actor} />
          <div className="border-t border-line-strong">
            <InvoiceSums
              invoice={invoice}
              creditNoteHref={(creditNoteId) => `${base}/credit-notes/${creditNoteId}`}
              format={actor}
            />
          </div>
        </Panel>
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-1">
          <Panel title={t("Details")} className="sm:max-xl:col-span-2">
            <KeyValueList
              items={[
                { label: t("Issued"), value: issuedAt && <DateTime value={issuedAt} format={dates} /> },
                { label: t("Due date"), value: dueAt && <DueDate invoice={invoice} now={now} format={actor} /> },
                { label: t("Customer number"), value: account.number },
                { label: t("Currency"), value: invoice.total.currency },
                ...(note === null ? [] : [{ label: t("Note"), value: note }]),
              ]}
            />
          </Panel>
          <Panel title={t("Billed to")}>
            <Party party={buyer} />
          </Panel>
          <Panel title={t("From")}>
            <Party party={seller} />
          </Panel>
        </div>
      </div>
    </>
  );
});
