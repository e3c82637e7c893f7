import type { Metadata } from "next";
import { billingOperations } from "@/app/a/[accountId]/view-operations";
import { accountPage } from "@/app/page-context";
import { BillingTabs } from "@/components/billing/core/billing-tabs";
import { PaymentsTable } from "@/components/billing/payments/payments-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { sortProps } from "@/components/ui/sort-props";
import { listPayments } from "@/lib/billing/payments/list-payments";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Payments") });

export default accountPage(async ({ execute, may, base, search, actor }) => {
  const list = await execute(listPayments, fromStrings(listPayments.input, Object.entries(search)));
  const here = `${base}/payments`;
  return (
    <>
      <PageHeader title={t("Payments")} />
      <BillingTabs base={base} active="/payments" opens={(path) => may(billingOperations[path])} />
      <Panel flush>
        <PaymentsTable
          order={sortProps(here, search, { key: "at", direction: "desc" })}
          payments={list.items}
          hrefOf={({ id }) => `${here}/${id}`}
          format={actor}
          empty={
            <EmptyState icon={<Icon name="banknote" />} title={t("No payments yet")}>
              {t("Payments appear here with their invoices and status.")}
            </EmptyState>
          }
        />
        <Pagination {...pageLinks(here, search, list, [msg("payment@@of"), msg("payments@@of")])} />
      </Panel>
    </>
  );
});
