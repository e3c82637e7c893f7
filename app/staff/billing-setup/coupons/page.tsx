import { TicketPercent } from "lucide-react";
import { personPage } from "@/app/page-entrance";
import { CouponForm } from "@/components/billing/accounting/coupon-form";
import { CouponsTable } from "@/components/billing/accounting/coupons-table";
import { SetupTabs } from "@/components/billing/accounting/setup-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { createCoupon } from "@/lib/billing/accounting/create-coupon";
import { endCoupon } from "@/lib/billing/accounting/end-coupon";
import { listCoupons } from "@/lib/billing/accounting/list-coupons";
import { fromStrings } from "@/lib/http/from-strings";

export const metadata = { title: "Coupons" };

export default personPage(async ({ ask, action, search, actor }) => {
  const asked: [string, string][] = search.page ? [["page", search.page]] : [];
  const list = await ask(listCoupons, fromStrings(listCoupons.input, asked));
  return (
    <>
      <PageHeader title="Billing setup" description="Coupons lower what renews and what sets it up." />
      <SetupTabs active="/coupons" />
      <div className="grid gap-4">
        <Panel title="Coupons" flush>
          <CouponsTable
            coupons={list.items}
            end={action(endCoupon)}
            format={actor}
            empty={
              <EmptyState icon={<TicketPercent />} title="There is no coupon">
                Create one below; customers redeem it when they order.
              </EmptyState>
            }
          />
          <Pagination {...pageLinks("/staff/billing-setup/coupons", {}, list, ["coupon", "coupons"])} />
        </Panel>
        <Panel title="Create a coupon" className="max-w-2xl">
          <CouponForm action={action(createCoupon)} />
        </Panel>
      </div>
    </>
  );
});
