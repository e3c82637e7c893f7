import { CreditCard } from "lucide-react";
import { accountPage } from "@/app/page-entrance";
import { PaymentMethodList } from "@/components/payment-methods/payment-method-list";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { listPaymentMethods } from "@/lib/payment-methods/list-payment-methods";

export const metadata = { title: "Payment methods" };

export default accountPage(async ({ ask, actor }) => {
  const { items } = await ask(listPaymentMethods, {});
  const failing = items.find(({ isDefault, validity }) => isDefault && validity !== "valid");
  return (
    <>
      <PageHeader
        title="Payment methods"
        description="Cards and bank accounts that pay invoices. We keep the last four digits; the full numbers are with the payment provider."
      />
      {failing && (
        <Callout
          kind={failing.validity === "expired" ? "danger" : "warning"}
          className="mb-4"
          title={failing.validity === "expired" ? "The default card has expired" : "The default card expires soon"}
        >
          Payments from it will fail. Ask us for another one before the next invoice is due.
        </Callout>
      )}
      <Panel flush>
        {items.length > 0 ? (
          <PaymentMethodList methods={items} locale={actor.locale} />
        ) : (
          <EmptyState icon={<CreditCard />} title="No payment method is stored">
            Invoices are paid by bank transfer: the details are on every invoice.
          </EmptyState>
        )}
      </Panel>
    </>
  );
});
