import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { CouponForm } from "@/components/billing/accounting/coupon-form";
import { CouponsTable } from "@/components/billing/accounting/coupons-table";
import { SetupTabs } from "@/components/billing/accounting/setup-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { askedConfirm } from "@/components/ui/row-confirm";
import { orderIn, placeIn, sortProps } from "@/components/ui/sort-props";
import { createCoupon } from "@/lib/billing/accounting/create-coupon";
import { endCoupon } from "@/lib/billing/accounting/end-coupon";
import { listCoupons } from "@/lib/billing/accounting/list-coupons";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Coupons") });

export default personPage(async ({ execute, action, search, actor }) => {
  const asked = [...orderIn(search), ...placeIn(search)];
  const order = { sort: search.sort, direction: search.direction };
  const list = await execute(listCoupons, fromStrings(listCoupons.input, asked));
  return (
    <>
      <PageHeader title={t("Billing setup")} description={t("Coupons discount recurring and setup charges.")} />
      <SetupTabs active="/coupons" />
      <div className="grid gap-4">
        <Panel title={t("Coupons")} flush>
          <CouponsTable
            order={sortProps("/staff/billing-setup/coupons", order, { key: "created", direction: "desc" })}
            coupons={list.items}
            end={action(endCoupon)}
            asked={askedConfirm("/staff/billing-setup/coupons", search)}
            format={actor}
            empty={
              <EmptyState icon={<Icon name="ticket-percent" />} title={t("No coupons yet")}>
                {t("Create one below. Customers redeem it when they order.")}
              </EmptyState>
            }
          />
          <Pagination
            {...pageLinks("/staff/billing-setup/coupons", order, list, [msg("coupon@@of"), msg("coupons@@of")])}
          />
        </Panel>
        <Panel title={t("Create coupon")} className="max-w-2xl">
          <CouponForm action={action(createCoupon)} />
        </Panel>
      </div>
    </>
  );
});
