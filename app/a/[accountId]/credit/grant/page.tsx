import { randomUUID } from "node:crypto";
import { accountPage } from "@/app/page-context";
import { GrantCreditForm } from "@/components/billing/accounting/grant-credit-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { viewBillingDesk } from "@/lib/billing/invoices/view-billing-desk";
import { grantAccountCredit } from "@/lib/billing/payments/grant-account-credit";

export const metadata = { title: "Grant account credit" };

export default accountPage(async ({ execute, action, base }) => {
  const { currency } = await execute(viewBillingDesk, {});
  return (
    <div className="max-w-2xl">
      <PageHeader title="Grant account credit" breadcrumb={[{ label: "Invoices", href: `${base}/invoices` }]} />
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
