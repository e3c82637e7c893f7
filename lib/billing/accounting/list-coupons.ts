import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { countedBy, FORMS_PAGE_SIZE, pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { type Direction, orderBy, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { coupons } from "./schema";

const orders = {
  created: () => [],
  code: (sort) => [{ code: sort }],
  worth: (sort) => [{ basisPoints: { sort, nulls: "last" } }, { amountMinor: { sort, nulls: "last" } }],
  invoices: (sort) => [{ invoices: { sort, nulls: sort === "asc" ? "last" : "first" } }],
  uses: (sort) => [{ uses: sort }],
  until: (sort) => [{ validUntil: { sort, nulls: sort === "asc" ? "last" : "first" } }],
} satisfies Record<string, (sort: Direction) => Prisma.CouponOrderByWithRelationInput[]>;

export const listCoupons = defineQuery({
  name: "accounting.list-coupons",
  permission: "staff.billing-setup.manage",
  scope: "staff",
  summary: "List coupons with their number of redemptions",
  activity: "view coupons",
  input: z.object({ ...pageInput, ...sortInput(orders, "created", "desc") }),
  output: coupons,
  http: { method: "GET", path: "/staff/billing-setup/coupons" },
  async run({ db, now }, { page, ...order }) {
    const found = await db.coupon.findMany({ orderBy: orderBy(orders, order), ...pageSlice(page, FORMS_PAGE_SIZE) });
    const items = found.map(({ amountMinor, currency, validUntil, ...coupon }) => ({
      ...coupon,
      amount: amountMinor === null || currency === null ? null : money(amountMinor, currency),
      validUntil: isoOrNull(validUntil),
      ended: (validUntil !== null && validUntil <= now) || (coupon.maxUses !== null && coupon.uses >= coupon.maxUses),
    }));
    return pageResult(items, await db.coupon.count(countedBy({ id: "desc" })), page, FORMS_PAGE_SIZE);
  },
});
