import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Ends a price without a new one: the product is no longer sold in that currency and term, or the choice is free. */
export const endPrice = defineCommand({
  name: "catalogue.end-price",
  permission: "staff.products.manage",
  scope: "staff",
  summary: "End a price for new orders",
  activity: "end a price",
  input: z.object({ productId: id, priceId: id }),
  output: z.object({ id }),
  http: { method: "POST", path: "/staff/products/{productId}/prices/{priceId}/end" },
  run: async ({ db, realNow: endedAt }, { productId, priceId }) => {
    const current = { id: priceId, endedAt: null };
    const ofProduct = await db.productPrice.updateMany({ where: { ...current, productId }, data: { endedAt } });
    const ofChoice = await db.optionChoicePrice.updateMany({
      where: { ...current, choice: { option: { productId } } },
      data: { endedAt },
    });
    if (ofProduct.count + ofChoice.count === 0) throw new Problem("conflict", t("This price has already ended."));
    return {
      output: { id: priceId },
      audit: { summary: say("Ended a price"), target: { type: "product", id: productId }, details: { priceId } },
    };
  },
});
