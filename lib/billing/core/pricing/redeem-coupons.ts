import type { BillingContext } from "@/lib/billing/core/billing-context";
import type { CouponInHand } from "./held-coupons";

/**
 * Counts one use of each coupon that discounted an invoice, and links the use to the invoice, so it can be returned if
 * the invoice is voided or credited. A coupon that took nothing off, because earlier ones left nothing, isn't used up.
 *
 * @param takenMinor the discount per coupon
 */
export async function redeemCoupons(
  { db, account, now }: BillingContext,
  invoiceId: string,
  coupons: readonly CouponInHand[],
  takenMinor: readonly bigint[],
): Promise<void> {
  const used = coupons.filter((_, index) => (takenMinor[index] ?? 0n) > 0n);
  if (used.length === 0) return;
  const limited = used.filter(({ left }) => left !== null).map(({ id }) => id);
  await db.accountCoupon.updateMany({
    where: { accountId: account.id, id: { in: limited } },
    data: { left: { decrement: 1 } },
  });
  await db.couponUse.createMany({
    data: used.map(({ id }) => ({ accountId: account.id, accountCouponId: id, invoiceId, usedAt: now })),
  });
}
