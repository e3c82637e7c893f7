import { z } from "zod";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { freeSlug } from "./free-slug";
import { productInput } from "./schema";

/** A new product is hidden: it needs prices before customers see it. */
export const createProduct = defineCommand({
  name: "catalogue.create-product",
  permission: "staff.products.manage",
  scope: "staff",
  summary: "Create a product, hidden until it is listed",
  activity: "create a product",
  once: true,
  input: z.object(productInput),
  output: z.object({ id }),
  http: { method: "POST", path: "/staff/products", status: 201 },
  run: async ({ db }, { category, ...given }) => {
    const taken = await db.product.findMany({ select: { slug: true } });
    const slug = freeSlug(
      given.name,
      taken.map((one) => one.slug),
    );
    try {
      const data = { ...given, family: category, slug, hidden: true };
      const { id: productId } = await db.product.create({ data, select: { id: true } });
      return {
        output: { id: productId },
        audit: {
          summary: say("Created the product {name}", { name: given.name }),
          target: { type: "product", id: productId },
        },
      };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new Problem("conflict", t("Someone else has just created a product with this name. Try again."));
    }
  },
});
