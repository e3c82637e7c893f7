import { accountPage } from "@/app/page-context";
import { PaymentNext } from "@/components/billing/payments/payment-next";
import { PaymentStatus } from "@/components/billing/payments/payment-status";
import { Receipt } from "@/components/billing/payments/receipt";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { cancelPayment } from "@/lib/billing/payments/cancel-payment";
import { checkPayment } from "@/lib/billing/payments/check-payment";
import { viewPayment } from "@/lib/billing/payments/view-payment";
import { formatMoney } from "@/lib/platform/kernel/format-money";

export const metadata = { title: "Payment" };

export default accountPage(async ({ execute, can, action, base, params, actor }) => {
  const payment = await execute(viewPayment, { paymentId: params.paymentId ?? "" });
  const { amount, invoices, status } = payment;
  const ids = invoices.map(({ id }) => id);
  const acts = can("billing.invoices.pay")
    ? {
        check: action(checkPayment),
        cancel: action(cancelPayment),
        payAgainHref: `${base}/invoices/pay?${ids.map((id) => `invoice=${id}`).join("&")}`,
        ...(can("billing.payment-methods.update") && {
          addCardHref: `${base}/payment-methods/add?pay=${ids.join(",")}`,
        }),
      }
    : null;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title="Payment"
        mark={<PaymentStatus status={status} />}
        breadcrumb={[
          { label: "Invoices", href: `${base}/invoices` },
          { label: "Payments", href: `${base}/payments` },
        ]}
        actions={
          status === "succeeded" &&
          can("billing.refunds.issue") && <ButtonLink href={`${base}/payments/${payment.id}/refund`}>Refund</ButtonLink>
        }
      />
      <div className="flex flex-col gap-4">
        <PaymentNext
          payment={payment}
          amount={formatMoney(amount.amountMinor, amount.currency, actor.locale)}
          acts={acts}
        />
        <Panel title={status === "succeeded" ? "Receipt" : "Details"}>
          <Receipt payment={payment} hrefOf={(id) => `${base}/invoices/${id}`} format={actor} />
        </Panel>
      </div>
    </div>
  );
});
