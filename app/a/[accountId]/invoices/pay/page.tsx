import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { CannotPay, canPay } from "@/components/billing/payments/cannot-pay";
import { PayForm } from "@/components/billing/payments/pay-form";
import { PayableList } from "@/components/billing/payments/payable-list";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { viewSetupChoices } from "@/lib/billing/payment-methods/setup-choices";
import { pay } from "@/lib/billing/payments/pay";
import { previewPayment } from "@/lib/billing/payments/preview-payment";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Pay invoices") });

export default accountPage(async ({ execute, may, action, base, search, query, actor }) => {
  const ids = query.filter(([name]) => name === "invoice").map(([, id]) => id);
  const invoices = `${base}/invoices`;
  const header = <PageHeader title={t("Pay invoices")} breadcrumb={[{ label: t("Invoices"), href: invoices }]} />;
  const preview = await execute(previewPayment, { invoiceIds: ids }).catch(readable);
  if (typeof preview === "string") {
    return (
      <div className="max-w-xl">
        {header}
        <Panel>
          <EmptyState
            icon={<Icon name="receipt-text" />}
            title={preview}
            actions={<ButtonLink href={`${invoices}?status=unpaid`}>{t("View unpaid invoices")}</ButtonLink>}
          />
        </Panel>
      </div>
    );
  }
  const part = search.part === "1" && ids.length === 1;
  const here = `${invoices}/pay?${ids.map((id) => `invoice=${id}`).join("&")}`;
  const hasCredit = !part && (preview.credit?.amountMinor ?? 0) > 0;
  const useCredit = hasCredit && search.credit === "1";
  return (
    <div className="max-w-xl">
      {header}
      {preview.online === "sandbox" && (
        <Callout className="mb-4" title={t("Test mode")}>
          {t("Payments are simulated. No money moves.")}
        </Callout>
      )}
      <div className="flex flex-col gap-4">
        <Panel>
          <PayableList
            preview={preview}
            useCredit={useCredit}
            creditHref={hasCredit ? (useCredit ? here : `${here}&credit=1`) : undefined}
            hrefOf={(id) => `${invoices}/${id}`}
            format={actor}
          />
        </Panel>
        <Panel>
          {canPay(preview, useCredit) ? (
            <PayForm
              preview={preview}
              action={action(pay, `${base}/payments/{id}`)}
              idempotencyKey={randomUUID()}
              part={part}
              useCredit={useCredit}
              otherHref={ids.length > 1 ? undefined : part ? here : `${here}&part=1`}
              cancelHref={invoices}
              format={actor}
            />
          ) : (
            <CannotPay
              preview={preview}
              addHref={may(viewSetupChoices) ? `${base}/payment-methods/add?pay=${ids.join(",")}` : undefined}
              paymentHref={(id) => `${base}/payments/${id}`}
            />
          )}
        </Panel>
      </div>
    </div>
  );
});

/** Problems the viewer can fix are shown on the page: no invoice was selected, or one has been paid since. */
function readable(error: unknown): string {
  if (error instanceof Problem && error.code === "conflict") return error.detail;
  if (error instanceof Problem && error.extra.fields?.invoiceIds) return error.extra.fields.invoiceIds.join(" ");
  throw error;
}
