import { z } from "zod";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { defineQuery } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { currencyOf, loadCatalogue } from "@/lib/services/core/catalogue";
import { presentProduct } from "@/lib/services/core/present-product";
import { product } from "@/lib/services/core/schema";
import { type ListedCategory, listedCategory } from "./schema";

/** What can be ordered, in the account's own currency only. Viewers who can't see service prices see none here. */
export const listProducts = defineQuery({
  name: "services.list-products",
  permission: "services.order",
  scope: "account",
  alsoChecks: ["billing.prices.view"],
  summary: "List products available to order, with their categories",
  activity: "view products",
  input: z.object({}),
  output: z.object({ categories: z.array(listedCategory), items: z.array(product) }),
  http: { method: "GET", path: "/accounts/{accountId}/products" },
  async run({ db, account, viewer }) {
    const listed = { hidden: false, category: { hidden: false } };
    const products = await loadCatalogue(db, await currencyOf(db, account.id), listed);
    const priced = canSome(viewer, "billing.prices.view");
    const items = products.map((one) => presentProduct(one, priced));
    return { categories: await categoriesOf(db, items), items };
  },
});

/** The categories of these products, in their order. */
async function categoriesOf(db: ScopedDb, products: readonly { family: string }[]): Promise<ListedCategory[]> {
  const names = [...new Set(products.map(({ family }) => family))];
  const found = await db.productCategory.findMany({
    where: { name: { in: names } },
    select: { name: true, description: true, pictureId: true },
  });
  return names.flatMap((name) => found.filter((category) => category.name === name));
}
