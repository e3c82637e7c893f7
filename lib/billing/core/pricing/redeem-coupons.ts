import type { BillingContext } from "@/lib/billing/core/billing-context";
import type { CouponInHand } from "./held-coupons";

/**
 * Counts the coupons that lowered an invoice as used once more, and remembers that it was this invoice that used them: so
 * that the use can be returned with it. One that took nothing off, because those before it left nothing, is not used up.
 *
 * @param takenMinor what each of them took off
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
