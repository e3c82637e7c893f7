import { randomUUID } from "node:crypto";
import { accountPage } from "@/app/page-context";
import { DraftForm } from "@/components/billing/accounting/draft-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { writeDraft } from "@/lib/billing/invoices/draft-invoice";
import { viewBillingDesk } from "@/lib/billing/invoices/view-billing-desk";

export const metadata = { title: "Draft an invoice" };

export default accountPage(async ({ execute, action, base }) => {
  const { currency, dueOn } = await execute(viewBillingDesk, {});
  return (
    <div className="max-w-4xl">
      <PageHeader
        title="Draft an invoice"
        description="Nobody owes it, and the customer does not see it, until it is issued."
        breadcrumb={[{ label: "Invoices", href: `${base}/invoices` }]}
      />
      <Panel>
        <DraftForm
          action={action(writeDraft, `${base}/invoices/{id}/manage`)}
          currency={currency}
          dueOn={dueOn}
          idempotencyKey={randomUUID()}
          cancelHref={`${base}/invoices`}
        />
      </Panel>
    </div>
  );
});
