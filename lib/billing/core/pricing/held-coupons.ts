import type { BillingContext } from "@/lib/billing/core/billing-context";
import { discountable, type LineToInvoice } from "./price-lines";

/** A redeemed coupon, with the number of invoices it still discounts; null for all. */
export type CouponInHand = Awaited<ReturnType<typeof validCoupons>>[number];

/**
 * The coupons that would discount these lines in this currency now, in order of redemption.
 *
 * @param usedBefore invoices still to come before this one that use each coupon once
 */
export const heldCoupons = async (
  work: BillingContext,
  currency: string,
  lines: readonly Pick<LineToInvoice, "kind">[],
  usedBefore = 0,
): Promise<CouponInHand[]> => (lines.some(discountable) ? validCoupons(work, currency, usedBefore) : []);

const validCoupons = ({ db, account, now }: BillingContext, currency: string, usedBefore: number) =>
  db.accountCoupon.findMany({
    where: {
      accountId: account.id,
      OR: [{ left: null }, { left: { gt: usedBefore } }],
      coupon: {
        AND: [{ OR: [{ currency: null }, { currency }] }, { OR: [{ validUntil: null }, { validUntil: { gt: now } }] }],
      },
    },
    select: { id: true, left: true, coupon: true },
    orderBy: [{ redeemedAt: "asc" }, { id: "asc" }],
  });
