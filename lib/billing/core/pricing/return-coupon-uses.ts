import type { BillingContext } from "@/lib/billing/core/billing-context";

/** Returns the coupon uses of an invoice that was voided or credited in full, each once. */
export async function returnCouponUses({ db, account, now }: BillingContext, invoiceId: string): Promise<void> {
  const returned = await db.couponUse.updateManyAndReturn({
    where: { accountId: account.id, invoiceId, returnedAt: null },
    data: { returnedAt: now },
    select: { accountCouponId: true },
  });
  if (returned.length === 0) return;
  await db.accountCoupon.updateMany({
    where: { accountId: account.id, id: { in: returned.map((one) => one.accountCouponId) }, left: { not: null } },
    data: { left: { increment: 1 } },
  });
}
