import { z } from "zod";
import { defineQuery } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { currencyOf, loadCatalogue } from "@/lib/services/core/catalogue";
import { presentProduct } from "@/lib/services/core/present-product";
import { product } from "@/lib/services/core/schema";

/** What can be ordered, in the account's own currency only. Viewers who can't see service prices see none here. */
export const listProducts = defineQuery({
  name: "services.list-products",
  permission: "services.order",
  scope: "account",
  alsoChecks: ["billing.prices.view"],
  summary: "List products available to order",
  activity: "view products",
  input: z.object({}),
  output: z.object({ items: z.array(product) }),
  http: { method: "GET", path: "/accounts/{accountId}/products" },
  async run({ db, account, viewer }) {
    const products = await loadCatalogue(db, await currencyOf(db, account.id));
    const priced = canSome(viewer, "billing.prices.view");
    return { items: products.map((one) => presentProduct(one, priced)) };
  },
});
