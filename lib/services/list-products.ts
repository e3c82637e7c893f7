import { z } from "zod";
import { defineQuery } from "@/lib/access/operation";
import { money } from "@/lib/kernel/money";
import { canSome } from "@/lib/policy/evaluate";
import { product } from "./schema";

/** What can be ordered. Whoever may order but not see prices of services sees no price here either. */
export const listProducts = defineQuery({
  name: "services.products",
  permission: "services.order",
  scope: "account",
  summary: "List the products that can be ordered",
  input: z.object({}),
  output: z.object({ items: z.array(product) }),
  http: { method: "GET", path: "/accounts/{accountId}/products" },
  async run(context) {
    const found = await context.db.product.findMany({
      where: { active: true },
      select: {
        id: true,
        slug: true,
        name: true,
        description: true,
        family: true,
        priceMinor: true,
        currency: true,
        interval: true,
      },
      orderBy: [{ family: "asc" }, { priceMinor: "asc" }, { name: "asc" }],
    });
    const priced = canSome(context.viewer, "billing.prices.view");
    return {
      items: found.map(({ priceMinor, currency, interval, ...one }) => ({
        ...one,
        ...(priced ? { price: { ...money(priceMinor, currency), interval } } : {}),
      })),
    };
  },
});
