import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
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
  input: z.object({ ...cursorInput, ...sortInput(orders, "paid", "asc") }),
  output: cursorPageOf(serviceToSetUp),
  http: { method: "GET", path: "/staff/services" },
  async run(context, asked) {
    const where = accessibleWhere(context, "services.set-up", { settingUp: true, status: "active" as const });
    const list = keysetList("services.list-to-set-up", orders, asked);
    const select = list.select(columns);
    const [found, total] = await Promise.all([
      list.read((part) => context.db.service.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      context.db.service.count({ where, ...countedBy({ startedAt: "asc" }) }),
    ]);
    const page = list.page(found, total);
    const items = page.items.map(({ product, startedAt, ...service }) => ({
      ...service,
      product: product.name,
      paidAt: iso(startedAt),
    }));
    return { ...page, items };
  },
});

const columns = {
  id: true,
  name: true,
  location: true,
  startedAt: true,
  product: { select: { name: true } },
  account: { select: { id: true, number: true, name: true } },
} satisfies Prisma.ServiceSelect;
