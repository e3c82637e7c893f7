import { z } from "zod";
import { countedBy, FORMS_PAGE_SIZE, pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { staffCategories } from "./schema";

export const listCategories = defineQuery({
  name: "catalogue.list-categories",
  permission: "staff.products.manage",
  scope: "staff",
  summary: "List product categories",
  activity: "view product categories",
  input: z.object(pageInput),
  output: staffCategories,
  http: { method: "GET", path: "/staff/product-categories" },
  run: async ({ db }, { page }) => {
    const categories = db.productCategory.findMany({
      include: { _count: { select: { products: true } } },
      orderBy: [{ position: "asc" }, { name: "asc" }, { id: "asc" }],
      ...pageSlice(page, FORMS_PAGE_SIZE),
    });
    const [found, total] = await Promise.all([categories, db.productCategory.count(countedBy({ name: "asc" }))]);
    const items = found.map(({ _count, ...category }) => ({ ...category, products: _count.products }));
    return pageResult(items, total, page, FORMS_PAGE_SIZE);
  },
});
