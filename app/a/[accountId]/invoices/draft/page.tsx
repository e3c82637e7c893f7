import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { DraftForm } from "@/components/billing/accounting/draft-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { writeDraft } from "@/lib/billing/invoices/draft-invoice";
import { viewBillingDesk } from "@/lib/billing/invoices/view-billing-desk";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("New draft invoice") });

export default accountPage(async ({ execute, action, base }) => {
  const { currency, dueOn } = await execute(viewBillingDesk, {});
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={t("New draft invoice")}
        description={t("The customer can't see a draft and owes nothing until you issue it.")}
        breadcrumb={[{ label: t("Invoices"), href: `${base}/invoices` }]}
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
