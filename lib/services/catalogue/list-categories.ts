import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";
import { staffCategories } from "./schema";

export const listCategories = defineQuery({
  name: "catalogue.list-categories",
  permission: "staff.products.manage",
  scope: "staff",
  summary: "List product categories",
  activity: "view product categories",
  input: z.object({}),
  output: staffCategories,
  http: { method: "GET", path: "/staff/product-categories" },
  run: async ({ db }) => {
    const found = await db.productCategory.findMany({
      include: { _count: { select: { products: true } } },
      orderBy: [{ position: "asc" }, { name: "asc" }],
    });
    return { items: found.map(({ _count, ...category }) => ({ ...category, products: _count.products })) };
  },
});
