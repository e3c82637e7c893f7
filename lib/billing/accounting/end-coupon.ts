import { z } from "zod";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/** An end within it counts as past: somebody else ended the coupon by a clock that is ahead, or while this request waited. */
const JUST_ENDED_MINUTES = 1;

/** Ends a coupon: it can't be redeemed any more, and no longer discounts invoices of accounts that hold it. */
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
    if (coupon === null) throw notFound(t("Coupon not found."));
    const ended = addMinutes(now, JUST_ENDED_MINUTES);
    const { count } = await db.coupon.updateMany({
      where: { id: couponId, OR: [{ validUntil: null }, { validUntil: { gt: ended } }] },
      data: { validUntil: now },
    });
    if (count === 0) throw new Problem("conflict", t("This coupon has already ended."));
    return {
      output: { id: couponId },
      audit: { summary: say("Ended coupon {code}", { code: coupon.code }), target: { type: "coupon", id: couponId } },
    };
  },
});
