import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, notFound } from "@/lib/platform/kernel/problem";
import { type Said, say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { columnsOf } from "./availability";
import { type Availability, availability } from "./schema";

/** Lists, hides or archives a product. Nothing is ever deleted: services of an archived product continue and renew. */
export const changeAvailability = defineCommand({
  name: "catalogue.change-availability",
  permission: "staff.products.manage",
  scope: "staff",
  summary: "List, hide, archive or restore a product",
  activity: "change whether a product can be ordered",
  input: z.object({ productId: id, availability }),
  output: z.object({ id }),
  http: { method: "POST", path: "/staff/products/{productId}/availability" },
  run: async ({ db }, { productId, availability: wanted }) => {
    const product = await db.product.findUnique({
      where: { id: productId },
      select: { name: true, prices: { where: { endedAt: null }, select: { id: true }, take: 1 } },
    });
    if (product === null) throw notFound(t("Product not found."));
    if (wanted === "listed" && product.prices.length === 0) {
      throw invalidField("availability", t("Add a price first. Without one, nobody can order it."));
    }
    await db.product.updateMany({
      where: { id: productId },
      data: { ...columnsOf(wanted), version: { increment: 1 } },
    });
    return {
      output: { id: productId },
      audit: {
        summary: done(wanted, product.name),
        target: { type: "product", id: productId },
      },
    };
  },
});

function done(wanted: Availability, name: string): Said {
  if (wanted === "listed") return say("Listed the product {name}", { name });
  if (wanted === "hidden") return say("Hid the product {name}", { name });
  return say("Archived the product {name}", { name });
}
