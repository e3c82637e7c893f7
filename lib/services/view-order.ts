import { z } from "zod";
import { defineQuery } from "@/lib/access/operation";
import { iso } from "@/lib/kernel/dates";
import { id } from "@/lib/kernel/ids";
import { money } from "@/lib/kernel/money";
import { notFound } from "@/lib/kernel/problem";
import { can, canSome } from "@/lib/policy/evaluate";
import { placedOrder } from "./schema";

/** The receipt for whoever placed it. Others see an order on its service. */
export const viewOrder = defineQuery({
  name: "services.view-order",
  permission: "services.order",
  scope: "account",
  summary: "See an order that one has placed",
  input: z.object({ orderId: id }),
  output: placedOrder,
  http: { method: "GET", path: "/accounts/{accountId}/orders/{orderId}" },
  async run({ db, account, actor, viewer }, { orderId }) {
    const { contactId } = actor;
    if (contactId === null) throw notFound();
    const order = await db.order.findFirst({
      where: { id: orderId, accountId: account.id, contactId },
      select: {
        id: true,
        number: true,
        createdAt: true,
        priceMinor: true,
        currency: true,
        product: { select: { name: true } },
        service: { select: { id: true, accountId: true, name: true, location: true, interval: true } },
      },
    });
    if (order === null) throw notFound();
    const { service, priceMinor, currency } = order;
    return {
      id: order.id,
      number: order.number,
      placedAt: iso(order.createdAt),
      product: order.product.name,
      name: service.name,
      location: service.location,
      ...(can(viewer, "services.view", service) ? { serviceId: service.id } : {}),
      ...(canSome(viewer, "billing.prices.view")
        ? { price: { ...money(priceMinor, currency), interval: service.interval } }
        : {}),
    };
  },
});
