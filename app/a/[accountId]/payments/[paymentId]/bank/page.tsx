import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { BankQuestion } from "@/components/billing/payments/bank-question";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { confirmSandboxPayment } from "@/lib/billing/payments/confirm-sandbox-payment";
import { viewPayment } from "@/lib/billing/payments/view-payment";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Confirm payment") });

/** The sandbox bank's confirmation page. Stripe sends payers to their bank's own page instead. */
export default accountPage(async ({ execute, action, base, params, actor }) => {
  const { id, sandbox, status, amount, method } = await execute(viewPayment, { paymentId: params.paymentId ?? "" });
  if (!sandbox) throw notFound();
  const payment = `${base}/payments/${id}`;
  return (
    <div className="max-w-md">
      <PageHeader title={t("Confirm payment")} />
      <Panel>
        {status === "actionRequired" ? (
          <BankQuestion
            paymentId={id}
            amount={formatMoney(amount.amountMinor, amount.currency, actor.locale)}
            method={method}
            creditor={(await currentBrand()).name}
            action={action(confirmSandboxPayment, payment)}
          />
        ) : (
          <EmptyState
            title={t("This payment doesn't need confirmation")}
            actions={<ButtonLink href={payment}>{t("View payment")}</ButtonLink>}
          />
        )}
      </Panel>
    </div>
  );
});
