import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { countedBy, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { type Direction, orderBy, sortInput } from "@/lib/platform/kernel/sort";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { serviceToSetUp } from "@/lib/services/services/schema";

const orders = {
  name: (sort) => [{ nameSearch: sort }],
  product: (sort) => [{ product: { nameSearch: sort } }],
  account: (sort) => [{ account: { nameSearch: sort } }],
  location: (sort) => [{ location: sort }],
  paid: (sort) => [{ startedAt: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.ServiceOrderByWithRelationInput[]>;

/** The staff's task list: services paid for and not set up yet, across all accounts, longest waiting first. */
export const listServicesToSetUp = defineQuery({
  name: "services.list-to-set-up",
  permission: "services.set-up",
  scope: "staff",
  summary: "List services waiting to be set up",
  activity: "view services to set up",
  input: z.object({ ...pageInput, ...sortInput(orders, "paid", "asc") }),
  output: pageOf(serviceToSetUp),
  http: { method: "GET", path: "/staff/services" },
  async run(context, asked) {
    const where = accessibleWhere(context, "services.set-up", { settingUp: true, status: "active" as const });
    const services = context.db.service.findMany({
      where,
      select: {
        id: true,
        name: true,
        location: true,
        startedAt: true,
        product: { select: { name: true } },
        account: { select: { id: true, number: true, name: true } },
      },
      orderBy: orderBy(orders, asked),
      ...pageSlice(asked.page),
    });
    const [found, total] = await Promise.all([
      services,
      context.db.service.count({ where, ...countedBy({ startedAt: "asc" }) }),
    ]);
    const items = found.map(({ product, startedAt, ...service }) => ({
      ...service,
      product: product.name,
      paidAt: iso(startedAt),
    }));
    return pageResult(items, total, asked.page);
  },
});
