import type { Work } from "@/lib/billing/core/work";

/** The coupons that would lower an invoice of this currency now, the first redeemed first. */
export const heldCoupons = ({ db, account, now }: Work, currency: string) =>
  db.accountCoupon.findMany({
    where: {
      accountId: account.id,
      OR: [{ left: null }, { left: { gt: 0 } }],
      coupon: {
        AND: [{ OR: [{ currency: null }, { currency }] }, { OR: [{ validUntil: null }, { validUntil: { gt: now } }] }],
      },
    },
    select: { id: true, left: true, coupon: true },
    orderBy: [{ redeemedAt: "asc" }, { id: "asc" }],
  });
