import type { Work } from "@/lib/billing/core/work";
import type { HeldCoupon } from "./discount";
import { heldCoupons } from "./held-coupons";
import { discountable, type LineToInvoice } from "./price-lines";

/**
 * The coupons that lower an invoice of this currency, the first redeemed first; each is counted as used once more.
 * None where no line can be lowered: then nothing is used up.
 */
export async function redeemCoupons(
  work: Work,
  currency: string,
  lines: readonly LineToInvoice[],
): Promise<HeldCoupon[]> {
  if (!lines.some(discountable)) return [];
  const { db, account } = work;
  const held = await heldCoupons(work, currency);
  for (const { id, left } of held) {
    if (left !== null)
      await db.accountCoupon.updateMany({ where: { accountId: account.id, id }, data: { left: left - 1 } });
  }
  return held.map(({ coupon }) => coupon);
}
