import { personPage } from "@/app/page-context";
import { SellerForm } from "@/components/billing/accounting/seller-form";
import { SetupTabs } from "@/components/billing/accounting/setup-tabs";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { updateSeller } from "@/lib/billing/accounting/update-seller";
import { viewSeller } from "@/lib/billing/accounting/view-seller";

export const metadata = { title: "Seller" };

export default personPage(async ({ execute, action }) => {
  const { seller } = await execute(viewSeller, {});
  return (
    <div className="max-w-3xl">
      <PageHeader
        title="Billing setup"
        description="What invoices carry from now on. Those that were issued keep what they say."
      />
      <SetupTabs active="" />
      {seller === null && (
        <Callout kind="warning" className="mb-4" title="No invoice can be issued yet">
          Say first who sells.
        </Callout>
      )}
      <Panel title="Seller">
        <SellerForm seller={seller} action={action(updateSeller)} />
      </Panel>
    </div>
  );
});
