import { Landmark } from "lucide-react";
import { accountPage } from "@/app/page-context";
import { AddForm } from "@/components/billing/payment-methods/add-form";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { beginSetup } from "@/lib/billing/payment-methods/begin-setup";
import { viewSetupChoices } from "@/lib/billing/payment-methods/setup-choices";

export const metadata = { title: "Add a payment method" };

export default accountPage(async ({ execute, action, base, search }) => {
  const { replaces: replacesId, pay } = search;
  const choices = await execute(viewSetupChoices, replacesId ? { replacesId } : {});
  const list = `${base}/payment-methods`;
  const query = pay ? `?pay=${encodeURIComponent(pay)}` : "";
  return (
    <div className="max-w-xl">
      <PageHeader
        title={choices.replaces ? `Replace ${choices.replaces.label}` : "Add a payment method"}
        breadcrumb={[{ label: "Payment methods", href: list }]}
        description={choices.replaces && "The old one is removed once the new one is there."}
      />
      <Panel>
        {choices.online === null ? (
          <EmptyState icon={<Landmark />} title="Nothing can be paid online here">
            Invoices are paid by bank transfer: the details are on every invoice.
          </EmptyState>
        ) : (
          <AddForm
            choices={choices}
            replacesId={replacesId}
            action={action(beginSetup, `${list}/setup/{id}${query}`)}
            cancelHref={list}
          />
        )}
      </Panel>
    </div>
  );
});
