import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { SellerForm } from "@/components/billing/accounting/seller-form";
import { SetupTabs } from "@/components/billing/accounting/setup-tabs";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { updateSeller } from "@/lib/billing/accounting/update-seller";
import { viewSeller } from "@/lib/billing/accounting/view-seller";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Seller") });

export default personPage(async ({ execute, action, actor }) => {
  const { seller } = await execute(viewSeller, {});
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t("Billing setup")}
        description={t("Shown on new invoices. Invoices already issued don't change.")}
      />
      <SetupTabs active="" />
      {seller === null && (
        <Callout kind="warning" className="mb-4" title={t("Invoices can't be issued yet")}>
          {t("Enter the seller's details first.")}
        </Callout>
      )}
      <Panel title={t("Seller")}>
        <SellerForm seller={seller} locale={actor.locale} action={action(updateSeller)} />
      </Panel>
    </div>
  );
});
