import { randomUUID } from "node:crypto";
import { accountPage } from "@/app/page-entrance";
import { TransferForm } from "@/components/accounting/transfer-form";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { listInvoices } from "@/lib/invoices/list-invoices";
import { viewBillingDesk } from "@/lib/invoices/view-billing-desk";
import { recordTransfer } from "@/lib/payments/record-transfer";

export const metadata = { title: "Record a bank transfer" };

export default accountPage(async ({ ask, action, base, search, actor }) => {
  const { currency } = await ask(viewBillingDesk, {});
  const { items } = await ask(listInvoices, { status: "unpaid", sort: "due", direction: "asc" });
  return (
    <div className="max-w-2xl">
      <PageHeader title="Record a bank transfer" breadcrumb={[{ label: "Invoices", href: `${base}/invoices` }]} />
      {items.length === 0 ? (
        <Callout title="Nothing is due">There is no open invoice that a transfer could be for.</Callout>
      ) : (
        <Panel>
          <TransferForm
            invoices={items}
            chosen={search.invoice === undefined ? [] : [search.invoice]}
            currency={items.find(({ id }) => id === search.invoice)?.due.currency ?? currency}
            action={action(recordTransfer, `${base}/invoices`)}
            idempotencyKey={randomUUID()}
            cancelHref={`${base}/invoices`}
            format={actor}
          />
        </Panel>
      )}
    </div>
  );
});
