import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { PaymentNext } from "@/components/billing/payments/payment-next";
import { PaymentStatus } from "@/components/billing/payments/payment-status";
import { Receipt } from "@/components/billing/payments/receipt";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { viewSetupChoices } from "@/lib/billing/payment-methods/setup-choices";
import { cancelPayment } from "@/lib/billing/payments/cancel-payment";
import { checkPayment } from "@/lib/billing/payments/check-payment";
import { previewPayment } from "@/lib/billing/payments/preview-payment";
import { viewPayment } from "@/lib/billing/payments/view-payment";
import { viewRefundable } from "@/lib/billing/payments/view-refundable";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Payment") });

export default accountPage(async ({ execute, may, action, base, params, actor }) => {
  const payment = await execute(viewPayment, { paymentId: params.paymentId ?? "" });
  const { amount, invoices, status } = payment;
  const ids = invoices.map(({ id }) => id);
  const acts = may(previewPayment)
    ? {
        check: action(checkPayment),
        cancel: action(cancelPayment),
        payAgainHref: `${base}/invoices/pay?${ids.map((id) => `invoice=${id}`).join("&")}`,
        ...(may(viewSetupChoices) && {
          addCardHref: `${base}/payment-methods/add?pay=${ids.join(",")}`,
        }),
      }
    : null;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t("Payment")}
        mark={<PaymentStatus status={status} />}
        breadcrumb={[
          { label: t("Invoices"), href: `${base}/invoices` },
          { label: t("Payments"), href: `${base}/payments` },
        ]}
        actions={
          status === "succeeded" &&
          may(viewRefundable) && (
            <ButtonLink href={`${base}/payments/${payment.id}/refund`}>{t("Refund@@verb")}</ButtonLink>
          )
        }
      />
      <div className="flex flex-col gap-4">
        <PaymentNext
          payment={payment}
          amount={formatMoney(amount.amountMinor, amount.currency, actor.locale)}
          acts={acts}
        />
        <Panel title={status === "succeeded" ? t("Receipt") : t("Details")}>
          <Receipt payment={payment} hrefOf={(id) => `${base}/invoices/${id}`} format={actor} />
        </Panel>
      </div>
    </div>
  );
});
