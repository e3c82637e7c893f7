import { z } from "zod";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { id, version } from "@/lib/platform/kernel/ids";
import { invalidField, notFound, staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { categoryInput } from "./schema";

/** Renames, describes, orders or hides a category. Its products follow a new name. */
export const updateCategory = defineCommand({
  name: "catalogue.update-category",
  permission: "staff.products.manage",
  scope: "staff",
  summary: "Change a product category",
  activity: "change a product category",
  input: z.object({ categoryId: id, ...categoryInput, version }),
  output: z.object({ id, version }),
  http: { method: "PUT", path: "/staff/product-categories/{categoryId}" },
  run: async ({ db }, { categoryId, version: seen, ...data }) => {
    const before = await db.productCategory.findUnique({ where: { id: categoryId }, select: { name: true } });
    if (before === null) throw notFound(t("Category not found."));
    try {
      const { count } = await db.productCategory.updateMany({
        where: { id: categoryId, version: seen },
        data: { ...data, version: { increment: 1 } },
      });
      if (count === 0) throw staleVersion();
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw invalidField("name", t("There is already a category with this name."));
    }
    return {
      output: { id: categoryId, version: seen + 1 },
      audit: {
        summary: say("Changed the category {name}", { name: before.name }),
        target: { type: "category", id: categoryId },
        details: { before, after: data },
      },
    };
  },
});
