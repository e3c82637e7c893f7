import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { defineCommand } from "@/lib/platform/operations/operation";

/** From now on it can neither be redeemed nor lower an invoice, for those who hold it either. */
export const endCoupon = defineCommand({
  name: "accounting.end-coupon",
  permission: "staff.billing-setup.manage",
  scope: "staff",
  summary: "End a coupon",
  activity: "end a coupon",
  input: z.object({ couponId: id }),
  output: z.object({ id }),
  http: { method: "POST", path: "/staff/billing-setup/coupons/{couponId}/end" },
  async run({ db, now }, { couponId }) {
    const coupon = await db.coupon.findUnique({ where: { id: couponId }, select: { code: true } });
    if (coupon === null) throw notFound("There is no such coupon.");
    const { count } = await db.coupon.updateMany({
      where: { id: couponId, OR: [{ validUntil: null }, { validUntil: { gt: now } }] },
      data: { validUntil: now },
    });
    if (count === 0) throw new Problem("conflict", "This coupon has ended already.");
    return {
      output: { id: couponId },
      audit: { summary: `Ended the coupon ${coupon.code}`, target: { type: "coupon", id: couponId } },
    };
  },
});
