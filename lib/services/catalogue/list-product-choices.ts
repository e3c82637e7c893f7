import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";

export const listProductChoices = defineQuery({
  name: "catalogue.list-choices",
  permission: "staff.products.manage",
  scope: "staff",
  summary: "List the categories a product can be in",
  activity: "view the form for a product",
  input: z.object({}),
  output: z.object({ categories: z.array(z.string()) }),
  http: { method: "GET", path: "/staff/product-choices" },
  run: async ({ db }) => {
    const categories = await db.productCategory.findMany({ select: { name: true }, orderBy: { name: "asc" } });
    return { categories: categories.map(({ name }) => name) };
  },
});
