import type { Metadata } from "next";
import { billingOperations } from "@/app/a/[accountId]/view-operations";
import { accountPage } from "@/app/page-context";
import { BillingTabs } from "@/components/billing/core/billing-tabs";
import { DuePanel } from "@/components/billing/overview/due-panel";
import { NextChargesPanel } from "@/components/billing/overview/next-charges-panel";
import { OverviewStats } from "@/components/billing/overview/overview-stats";
import { RecentPanel } from "@/components/billing/overview/recent-panel";
import { SpendChart } from "@/components/billing/overview/spend-chart";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { viewOverview } from "@/lib/billing/overview/view-overview";
import { viewPayment } from "@/lib/billing/payments/view-payment";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Billing") });

export default accountPage(async ({ execute, base, actor, may }) => {
  const overview = await execute(viewOverview, {});
  return (
    <>
      <PageHeader title={t("Billing")} />
      <BillingTabs base={base} active="/billing" opens={(path) => may(billingOperations[path])} />
      <OverviewStats overview={overview} base={base} format={actor} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <DuePanel due={overview.due} base={base} format={actor} />
        <NextChargesPanel overview={overview} format={actor} />
        {overview.spend.map((spend) => (
          <Panel
            key={spend.currency}
            title={t("Spend by month, {currency}", { currency: spend.currency })}
            description={t("Including tax, net of credit notes.")}
          >
            <SpendChart spend={spend} format={actor} />
          </Panel>
        ))}
        <RecentPanel recent={overview.recent} base={base} paymentsOpen={may(viewPayment)} format={actor} />
      </div>
    </>
  );
});
