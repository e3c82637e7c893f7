import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { creditedInFull } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { billingDayOf, periodFrom } from "@/lib/billing/core/pricing/period";
import { withdrawOrders } from "./withdraw-orders";

/**
 * Starts the services ordered with an invoice once it is paid: their first period starts now, and they appear in the
 * staff's setup queue. Idempotent. An invoice credited in full starts nothing, whether or not any of it had been paid.
 */
export async function setUpPaidOrders(work: NotifyingContext, invoiceId: string): Promise<void> {
  const { db, account, now } = work;
  const orders = await db.order.findMany({
    where: { accountId: account.id, invoiceId, status: "placed" },
    select: { id: true, service: { select: { id: true, interval: true } }, invoice: true },
  });
  const [first] = orders;
  if (first?.invoice?.status !== "paid") return;
  if (creditedInFull(first.invoice)) return withdrawOrders(work, invoiceId);
  for (const { id, service } of orders) {
    const billingDay = billingDayOf(now);
    const { start, end } = periodFrom(now, service.interval, billingDay);
    await db.service.updateMany({
      where: { accountId: account.id, id: service.id, status: "pending" },
      data: {
        status: "active",
        settingUp: true,
        startedAt: start,
        periodStart: start,
        billingDay,
        renewsAt: end,
        version: { increment: 1 },
      },
    });
    await db.order.updateMany({
      where: { accountId: account.id, id, status: "placed" },
      data: { status: "fulfilled" },
    });
  }
}
