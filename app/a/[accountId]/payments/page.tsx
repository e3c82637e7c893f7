import { Banknote } from "lucide-react";
import { accountPage } from "@/app/page-context";
import { BillingTabs } from "@/components/billing/core/billing-tabs";
import { PaymentsTable } from "@/components/billing/payments/payments-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { listPayments } from "@/lib/billing/payments/list-payments";
import { fromStrings } from "@/lib/http/from-strings";

export const metadata = { title: "Payments" };

export default accountPage(async ({ execute, can, base, search, actor }) => {
  const list = await execute(listPayments, fromStrings(listPayments.input, Object.entries(search)));
  const here = `${base}/payments`;
  return (
    <>
      <PageHeader title="Payments" />
      <BillingTabs base={base} active="/payments" can={can} />
      <Panel flush>
        <PaymentsTable
          order={sortProps(here, search, { key: "at", direction: "desc" })}
          payments={list.items}
          hrefOf={({ id }) => `${here}/${id}`}
          format={actor}
          empty={
            <EmptyState icon={<Banknote />} title="No payments yet">
              Each payment appears here with what it was for and how it stands.
            </EmptyState>
          }
        />
        <Pagination {...pageLinks(here, search, list, ["payment", "payments"])} />
      </Panel>
    </>
  );
});
