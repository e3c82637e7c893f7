import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { countedBy, pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { searchFilter } from "@/lib/platform/kernel/search-filter";
import { type Direction, orderBy, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { availabilityOf, columnsOf } from "./availability";
import { availability, staffProducts } from "./schema";

const orders = {
  name: (sort) => [{ nameSearch: sort }],
  category: (sort) => [{ category: { position: sort } }, { family: sort }, { position: "asc" }, { nameSearch: "asc" }],
} satisfies Record<string, (sort: Direction) => Prisma.ProductOrderByWithRelationInput[]>;

/** All products, for staff: also those that customers can't see. */
export const listCatalogue = defineQuery({
  name: "catalogue.list",
  permission: "staff.products.manage",
  scope: "staff",
  summary: "List all products, including hidden and archived ones",
  activity: "view the product catalogue",
  input: z.object({
    q: z.string().trim().max(200).default(""),
    category: z.string().max(100).default(""),
    availability: availability.optional(),
    ...pageInput,
    ...sortInput(orders, "category", "asc"),
  }),
  output: staffProducts,
  http: { method: "GET", path: "/staff/products" },
  run: async ({ db }, { q, category, availability: wanted, page, ...order }) => {
    const where: Prisma.ProductWhereInput = {
      ...searchFilter(q, (part) => [{ nameSearch: part }]),
      ...(category !== "" && { family: category }),
      ...(wanted && (wanted === "archived" ? { active: false } : columnsOf(wanted))),
    };
    const products = db.product.findMany({
      where,
      select: columns,
      orderBy: orderBy(orders, order),
      ...pageSlice(page),
    });
    const names = db.productCategory.findMany({ select: { name: true }, orderBy: { name: "asc" } });
    const total = db.product.count({ where, ...countedBy({ nameSearch: "asc" }) });
    const [found, counted, categories] = await Promise.all([products, total, names]);
    const items = found.map(({ id, name, family, prices, _count, ...state }) => ({
      id,
      name,
      category: family,
      availability: availabilityOf(state),
      currencies: prices.map(({ currency }) => currency),
      services: _count.services,
    }));
    return { ...pageResult(items, counted, page), categories: categories.map(({ name }) => name) };
  },
});

const columns = {
  id: true,
  name: true,
  family: true,
  active: true,
  hidden: true,
  prices: {
    where: { endedAt: null },
    select: { currency: true },
    distinct: ["currency"],
    orderBy: { currency: "asc" },
  },
  _count: { select: { services: { where: { statusKey: { not: "cancelled" } } } } },
} satisfies Prisma.ProductSelect;
