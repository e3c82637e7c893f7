import type { Work } from "@/lib/billing/core/work";

/**
 * Takes back the orders that wait for an invoice, because it was taken back: their services are not set up any more, and
 * a coupon that came with one still has that use left.
 */
export async function withdrawOrders({ db, account, now }: Work, invoiceId: string): Promise<void> {
  const orders = await db.order.findMany({
    where: { accountId: account.id, invoiceId, status: "placed" },
    select: { id: true, serviceId: true, couponId: true },
  });
  for (const { id, serviceId, couponId } of orders) {
    await db.order.updateMany({
      where: { accountId: account.id, id, status: "placed" },
      data: { status: "cancelled" },
    });
    await db.service.updateMany({
      where: { accountId: account.id, id: serviceId, status: "pending" },
      data: { status: "cancelled", cancelledAt: now, renewsAt: null, version: { increment: 1 } },
    });
    if (couponId === null) continue;
    await db.accountCoupon.updateMany({
      where: { accountId: account.id, couponId, left: { not: null } },
      data: { left: { increment: 1 } },
    });
  }
}
