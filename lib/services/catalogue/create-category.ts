import { z } from "zod";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { categoryInput } from "./schema";

export const createCategory = defineCommand({
  name: "catalogue.create-category",
  permission: "staff.products.manage",
  scope: "staff",
  summary: "Create a product category",
  activity: "create a product category",
  input: z.object(categoryInput),
  output: z.object({ id }),
  http: { method: "POST", path: "/staff/product-categories", status: 201 },
  run: async ({ db }, data) => {
    try {
      const { id: categoryId } = await db.productCategory.create({ data, select: { id: true } });
      return {
        output: { id: categoryId },
        audit: {
          summary: say("Created the category {name}", { name: data.name }),
          target: { type: "category", id: categoryId },
        },
      };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw invalidField("name", t("There is already a category with this name."));
    }
  },
});
