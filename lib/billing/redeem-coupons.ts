import type { HeldCoupon } from "./discount";
import type { Work } from "./work";

/**
 * The coupons that lower an invoice of this currency, the first redeemed first; each is counted as used once more.
 * None where no line can be lowered: then nothing is used up.
 */
export async function redeemCoupons(
  { db, account, now }: Work,
  currency: string,
  wanted: boolean,
): Promise<HeldCoupon[]> {
  if (!wanted) return [];
  const held = await db.accountCoupon.findMany({
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
  for (const { id, left } of held) {
    if (left !== null)
      await db.accountCoupon.updateMany({ where: { accountId: account.id, id }, data: { left: left - 1 } });
  }
  return held.map(({ coupon }) => coupon);
}
