import { z } from "zod";
import { amountDue } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { chosenOption } from "@/lib/billing/core/pricing/next-plan";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { money } from "@/lib/platform/kernel/money";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { defineQuery } from "@/lib/platform/operations/operation";
import { can, canSome } from "@/lib/policy/evaluate";
import { placedOrder } from "@/lib/services/orders/schema";

/** The receipt for the person who placed it. Others see an order on its service. */
export const viewOrder = defineQuery({
  name: "services.view-order",
  permission: "services.order",
  scope: "account",
  alsoChecks: ["billing.prices.view"],
  summary: "View one of your orders",
  activity: "view an order",
  input: z.object({ orderId: id }),
  output: placedOrder,
  http: { method: "GET", path: "/accounts/{accountId}/orders/{orderId}" },
  async run({ db, account, actor, viewer }, { orderId }) {
    const { contactId } = actor;
    if (contactId === null) throw notFound(t("Order not found."));
    const order = await db.order.findFirst({
      where: { id: orderId, accountId: account.id, contactId },
      select: fields,
    });
    if (order === null) throw notFound(t("Order not found."));
    const { service, priceMinor, currency, invoice } = order;
    return {
      id: order.id,
      number: order.number,
      placedAt: iso(order.createdAt),
      product: order.product.name,
      name: service.name,
      location: service.location,
      status: order.status,
      settingUp: service.settingUp,
      options: z
        .array(chosenOption)
        .parse(service.options)
        .map((option) => option.name),
      ...(can(viewer, "services.view", service) ? { serviceId: service.id } : {}),
      ...(canSome(viewer, "billing.prices.view")
        ? { price: { ...money(priceMinor, currency), interval: service.interval } }
        : {}),
      ...(invoice !== null && can(viewer, "billing.invoices.view", invoice)
        ? { invoice: { id: invoice.id, number: invoice.number, due: money(amountDue(invoice), invoice.currency) } }
        : {}),
    };
  },
});

const fields = {
  id: true,
  number: true,
  createdAt: true,
  status: true,
  priceMinor: true,
  currency: true,
  invoice: {
    select: {
      id: true,
      accountId: true,
      number: true,
      status: true,
      totalMinor: true,
      paidMinor: true,
      creditedMinor: true,
      currency: true,
    },
  },
  product: { select: { name: true } },
  service: {
    select: {
      id: true,
      accountId: true,
      name: true,
      location: true,
      interval: true,
      options: true,
      settingUp: true,
    },
  },
} satisfies Prisma.OrderSelect;
