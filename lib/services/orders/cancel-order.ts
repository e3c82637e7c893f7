import { z } from "zod";
import { takeBackOrder } from "@/lib/billing/core/orders/take-back-order";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { defineCommand } from "@/lib/platform/operations/operation";

/**
 * Takes back an order that is not paid: its invoice is void, or credited where account credit has gone into it, and its
 * service is not set up. Of one's own orders; the owner takes back anybody's by cancelling the service that waits for it.
 */
export const cancelOrder = defineCommand({
  name: "services.cancel-order",
  permission: "services.order",
  scope: "account",
  summary: "Cancel an unpaid order",
  activity: "cancel an order",
  lockAccount: true,
  input: z.object({ orderId: id }),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/orders/{orderId}/cancel" },
  async run(context, { orderId }) {
    const { db, account, actor } = context;
    const { contactId } = actor;
    if (contactId === null) throw notFound();
    const order = await db.order.findFirst({
      where: { id: orderId, accountId: account.id, contactId },
      select: { number: true, status: true, invoiceId: true, serviceId: true },
    });
    if (order === null) throw notFound();
    if (order.status !== "placed" || order.invoiceId === null) {
      throw new Problem("conflict", "Only an order that waits for its payment can be taken back.");
    }
    await takeBackOrder(context, order.invoiceId, { reason: "Order taken back", issuedByName: actor.name });
    return {
      output: { id: orderId },
      audit: { summary: `Took back order #${order.number}`, target: { type: "service", id: order.serviceId } },
    };
  },
});
