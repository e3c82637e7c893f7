import { z } from "zod";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { coupons } from "./schema";

export const listCoupons = defineQuery({
  name: "accounting.coupons",
  permission: "staff.billing-setup.manage",
  scope: "staff",
  summary: "List the coupons with how often each was redeemed",
  input: z.object(pageInput),
  output: coupons,
  http: { method: "GET", path: "/staff/billing-setup/coupons" },
  async run({ db, now }, { page }) {
    const found = await db.coupon.findMany({ orderBy: { id: "desc" }, ...pageSlice(page) });
    const items = found.map(({ amountMinor, currency, validUntil, ...coupon }) => ({
      ...coupon,
      amount: amountMinor === null || currency === null ? null : money(amountMinor, currency),
      validUntil: isoOrNull(validUntil),
      ended: (validUntil !== null && validUntil <= now) || (coupon.maxUses !== null && coupon.uses >= coupon.maxUses),
    }));
    return pageResult(items, await db.coupon.count(), page);
  },
});
