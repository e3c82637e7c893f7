import type { BillingContext } from "@/lib/billing/core/billing-context";

/** Cancels the orders waiting for an invoice that is void or credited in full, so their services aren't set up. */
export async function withdrawOrders({ db, account, now }: BillingContext, invoiceId: string): Promise<void> {
  const orders = await db.order.findMany({
    where: { accountId: account.id, invoiceId, status: "placed" },
    select: { id: true, serviceId: true },
  });
  for (const { id, serviceId } of orders) {
    await db.order.updateMany({
      where: { accountId: account.id, id, status: "placed" },
      data: { status: "cancelled" },
    });
    await db.service.updateMany({
      where: { accountId: account.id, id: serviceId, status: "pending" },
      data: { status: "cancelled", cancelledAt: now, renewsAt: null, version: { increment: 1 } },
    });
  }
}
