import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { GrantCreditForm } from "@/components/billing/accounting/grant-credit-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { viewBillingDesk } from "@/lib/billing/invoices/view-billing-desk";
import { grantAccountCredit } from "@/lib/billing/payments/grant-account-credit";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Grant account credit") });

export default accountPage(async ({ execute, action, base }) => {
  const { currency } = await execute(viewBillingDesk, {});
  return (
    <div className="max-w-2xl">
      <PageHeader title={t("Grant account credit")} breadcrumb={[{ label: t("Invoices"), href: `${base}/invoices` }]} />
      <Panel>
        <GrantCreditForm
          currency={currency}
          action={action(grantAccountCredit, `${base}/credit-notes`)}
          idempotencyKey={randomUUID()}
          cancelHref={`${base}/invoices`}
        />
      </Panel>
    </div>
  );
});
