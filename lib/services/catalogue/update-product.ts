import { z } from "zod";
import { id, version } from "@/lib/platform/kernel/ids";
import { notFound, staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { productInput } from "./schema";

/** Changes how a product is shown and taxed from now on. Invoices and orders keep their own words. */
export const updateProduct = defineCommand({
  name: "catalogue.update-product",
  permission: "staff.products.manage",
  scope: "staff",
  summary: "Change a product's name, description, category and tax category",
  activity: "change a product",
  input: z.object({ productId: id, ...productInput, version }),
  output: z.object({ id, version }),
  http: { method: "PUT", path: "/staff/products/{productId}" },
  run: async ({ db }, { productId, version: seen, category, ...given }) => {
    const before = await db.product.findUnique({ where: { id: productId }, select: { name: true, taxCategory: true } });
    if (before === null) throw notFound(t("Product not found."));
    const { count } = await db.product.updateMany({
      where: { id: productId, version: seen },
      data: { ...given, family: category, version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    return {
      output: { id: productId, version: seen + 1 },
      audit: {
        summary: say("Changed the product {name}", { name: given.name }),
        target: { type: "product", id: productId },
        details: { before, after: { ...given, category } },
      },
    };
  },
});
