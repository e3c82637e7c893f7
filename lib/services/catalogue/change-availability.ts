import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, notFound } from "@/lib/platform/kernel/problem";
import { defineCommand } from "@/lib/platform/operations/operation";
import { columnsOf } from "./availability";
import { availability } from "./schema";

const done = { listed: "Listed", hidden: "Hid", archived: "Archived" } as const;

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
    if (product === null) throw notFound("Product not found.");
    if (wanted === "listed" && product.prices.length === 0) {
      throw invalidField("availability", "Add a price first. Without one, nobody can order it.");
    }
    await db.product.updateMany({
      where: { id: productId },
      data: { ...columnsOf(wanted), version: { increment: 1 } },
    });
    return {
      output: { id: productId },
      audit: { summary: `${done[wanted]} the product ${product.name}`, target: { type: "product", id: productId } },
    };
  },
});
