import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { DraftForm } from "@/components/billing/accounting/draft-form";
import { EndingPanel } from "@/components/billing/accounting/ending-panel";
import { deletingADraft, voiding, writingOff } from "@/components/billing/accounting/ending-words";
import { IssuePanel } from "@/components/billing/accounting/issue-panel";
import { ManagedPayments } from "@/components/billing/accounting/managed-payments";
import { ManagedSums } from "@/components/billing/accounting/managed-sums";
import { InvoiceStanding } from "@/components/billing/invoices/invoice-standing";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { deleteDraft } from "@/lib/billing/invoices/delete-draft";
import { editDraft } from "@/lib/billing/invoices/edit-draft";
import { issueInvoice } from "@/lib/billing/invoices/issue-invoice";
import { previewIssue } from "@/lib/billing/invoices/preview-issue";
import { viewBillingDesk } from "@/lib/billing/invoices/view-billing-desk";
import { viewManagedInvoice } from "@/lib/billing/invoices/view-managed";
import { voidInvoiceByStaff } from "@/lib/billing/invoices/void-invoice";
import { writeOffInvoiceByStaff } from "@/lib/billing/invoices/write-off-invoice";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Manage invoice") });

export default accountPage(async ({ execute, action, base, params, actor }) => {
  const invoice = await execute(viewManagedInvoice, { invoiceId: params.invoiceId ?? "" });
  const desk = await execute(viewBillingDesk, {});
  const { id, number, standing, dueAt, may } = invoice;
  const page = `${base}/invoices/${id}`;
  const draft = standing === "draft";
  const preview = draft ? await execute(previewIssue, { invoiceId: id }) : null;
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageHeader
        title={draft ? t("Draft invoice") : t("Manage {number}", { number: number ?? "" })}
        mark={<InvoiceStanding standing={standing} />}
        breadcrumb={[
          { label: t("Invoices"), href: `${base}/invoices` },
          { label: number ?? t("Draft"), href: page },
        ]}
      />
      {invoice.underWay && (
        <Callout kind="warning" title={t("A payment is in progress")}>
          {t("The invoice can't be voided or credited until the payment completes.")}
        </Callout>
      )}
      {may.edit && (
        <Panel title={t("Edit draft")}>
          <DraftForm
            key={invoice.version}
            action={action(editDraft)}
            draft={invoice}
            currency={desk.currency}
            dueOn={dueAt?.slice(0, 10) ?? desk.dueOn}
            cancelHref={page}
          />
        </Panel>
      )}
      {preview && (
        <IssuePanel
          invoice={invoice}
          preview={preview}
          action={action(issueInvoice, page)}
          idempotencyKey={randomUUID()}
          format={actor}
        />
      )}
      {draft && (
        <EndingPanel {...deletingADraft()} invoice={invoice} action={action(deleteDraft, `${base}/invoices`)} />
      )}
      {!draft && (
        <ManagedSums
          invoice={invoice}
          creditHref={may.credit ? `${page}/credit` : undefined}
          recordHref={invoice.due.amountMinor > 0 ? `${base}/payments/record?invoice=${id}` : undefined}
          format={actor}
        />
      )}
      <ManagedPayments
        payments={invoice.payments}
        refundHref={(paymentId) => `${base}/payments/${paymentId}/refund`}
        format={actor}
      />
      {may.void && (
        <EndingPanel {...voiding(invoice, actor)} invoice={invoice} action={action(voidInvoiceByStaff, page)} />
      )}
      {may.writeOff && (
        <EndingPanel {...writingOff(invoice, actor)} invoice={invoice} action={action(writeOffInvoiceByStaff, page)} />
      )}
    </div>
  );
});
