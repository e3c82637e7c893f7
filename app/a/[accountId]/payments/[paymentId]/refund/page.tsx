import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { RefundForm } from "@/components/billing/accounting/refund-form";
import { RefundsTable } from "@/components/billing/accounting/refunds-table";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { refundPayment } from "@/lib/billing/payments/refund-payment";
import { viewRefundable } from "@/lib/billing/payments/view-refundable";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Refund payment") });

export default accountPage(async ({ execute, action, base, params, actor }) => {
  const payment = await execute(viewRefundable, { paymentId: params.paymentId ?? "" });
  const here = `${base}/payments/${payment.id}/refund`;
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <PageHeader
        title={t("Refund payment")}
        description={payment.method}
        breadcrumb={[{ label: t("Invoices"), href: `${base}/invoices` }]}
      />
      {payment.fromInvoices.amountMinor === 0 ? (
        <Callout title={t("This payment can't be refunded")}>
          {payment.left.amountMinor === 0
            ? t("It has been refunded in full or is disputed.")
            : t(
                "Its invoices were credited, and that credit has paid other invoices. Issue a credit note for one of those first.",
              )}
        </Callout>
      ) : (
        <Panel>
          <RefundForm
            payment={payment}
            action={action(refundPayment, here)}
            idempotencyKey={randomUUID()}
            cancelHref={`${base}/invoices`}
            format={actor}
          />
        </Panel>
      )}
      <RefundsTable refunds={payment.refunds} format={actor} />
    </div>
  );
});
