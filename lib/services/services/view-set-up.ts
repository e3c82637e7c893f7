import { z } from "zod";
import { chosenOption } from "@/lib/billing/core/pricing/next-plan";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { setUpTask } from "@/lib/services/services/schema";

export const viewSetUp = defineQuery({
  name: "services.view-set-up",
  permission: "services.set-up",
  scope: "account",
  summary: "View the set-up of a service",
  activity: "view a service set-up",
  input: z.object({ serviceId: id }),
  output: setUpTask,
  http: { method: "GET", path: "/accounts/{accountId}/services/{serviceId}/set-up" },
  async run(context, { serviceId }) {
    const row = await context.db.service.findFirst({
      where: accessibleWhere(context, "services.set-up", { id: serviceId, settingUp: true }),
      select: {
        id: true,
        name: true,
        location: true,
        options: true,
        startedAt: true,
        version: true,
        product: { select: { name: true, hasLogin: true } },
        orders: {
          select: { number: true, note: true, contact: { select: { name: true } } },
          orderBy: { number: "desc" },
          take: 1,
        },
      },
    });
    if (row === null) throw notFound(t("Service not found."));
    const { product, orders, options, startedAt, ...service } = row;
    const [order] = orders;
    return {
      ...service,
      product: product.name,
      hasLogin: product.hasLogin,
      options: chosenOption
        .array()
        .parse(options)
        .map(({ name }) => name),
      paidAt: iso(startedAt),
      order: order ? { number: order.number, placedBy: order.contact.name, note: order.note } : null,
    };
  },
});
