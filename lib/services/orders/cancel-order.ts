import { z } from "zod";
import { takeBackOrder } from "@/lib/billing/core/orders/take-back-order";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/**
 * Cancels an unpaid order: its invoice is voided, or credited if account credit was applied to it, and its
 * service is not set up. For one's own orders; the owner cancels anyone's by cancelling its pending service.
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
    if (contactId === null) throw notFound(t("Order not found."));
    const order = await db.order.findFirst({
      where: { id: orderId, accountId: account.id, contactId },
      select: { number: true, status: true, invoiceId: true, serviceId: true },
    });
    if (order === null) throw notFound(t("Order not found."));
    if (order.status !== "placed" || order.invoiceId === null) {
      throw new Problem("conflict", t("Only an unpaid order can be cancelled."));
    }
    await takeBackOrder(context, order.invoiceId, { reason: t("Order cancelled"), issuedByName: actor.name });
    return {
      output: { id: orderId },
      audit: {
        summary: say("Cancelled order #{number}", { number: order.number }),
        target: { type: "service", id: order.serviceId },
      },
    };
  },
});
