import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { TransferForm } from "@/components/billing/accounting/transfer-form";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { recordTransfer } from "@/lib/billing/payments/record-transfer";
import { viewTransferDesk } from "@/lib/billing/payments/view-transfer-desk";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Record bank transfer") });

export default accountPage(async ({ execute, action, base, search, actor }) => {
  const desk = await execute(viewTransferDesk, search.invoice === undefined ? {} : { invoiceId: search.invoice });
  const { invoices, currency } = desk;
  return (
    <div className="max-w-2xl">
      <PageHeader title={t("Record bank transfer")} breadcrumb={[{ label: t("Invoices"), href: `${base}/invoices` }]} />
      {invoices.length === 0 ? (
        <Callout title={t("Nothing is due")}>{t("This account has no unpaid invoices.")}</Callout>
      ) : (
        <Panel>
          <TransferForm
            desk={desk}
            chosen={search.invoice === undefined ? [] : [search.invoice]}
            currency={invoices.find(({ id }) => id === search.invoice)?.due.currency ?? currency}
            action={action(recordTransfer, `${base}/invoices`)}
            idempotencyKey={randomUUID()}
            cancelHref={`${base}/invoices`}
            format={actor}
          />
        </Panel>
      )}
    </div>
  );
});
