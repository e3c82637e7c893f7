import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { CreditNoteForm } from "@/components/billing/accounting/credit-note-form";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { creditInvoice } from "@/lib/billing/invoices/credit-invoice";
import { viewManagedInvoice } from "@/lib/billing/invoices/view-managed";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Issue credit note") });

export default accountPage(async ({ execute, action, base, params, actor }) => {
  const invoice = await execute(viewManagedInvoice, { invoiceId: params.invoiceId ?? "" });
  const { id, number, may } = invoice;
  const page = `${base}/invoices/${id}`;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={number === null ? t("Issue credit note for draft") : t("Issue credit note for {number}", { number })}
        breadcrumb={[
          { label: t("Invoices"), href: `${base}/invoices` },
          { label: number ?? t("Draft"), href: page },
        ]}
      />
      {may.credit ? (
        <Panel>
          <CreditNoteForm
            invoice={invoice}
            action={action(creditInvoice, `${page}/manage`)}
            idempotencyKey={randomUUID()}
            cancelHref={`${page}/manage`}
            format={actor}
          />
        </Panel>
      ) : (
        <Callout title={t("This invoice can't be credited")}>
          {invoice.underWay
            ? t("A payment for it is in progress. Wait until it completes.")
            : t("It is a draft, void or already credited in full.")}
        </Callout>
      )}
    </div>
  );
});
