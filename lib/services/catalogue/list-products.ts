import { z } from "zod";
import { PAGE_SIZE, pageInput, pageOf, pageOfAll } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { type CatalogueProduct, currencyOf, loadCatalogue } from "@/lib/services/core/catalogue";
import { presentProduct } from "@/lib/services/core/present-product";
import { product } from "@/lib/services/core/schema";
import { type ListedCategory, listedCategory } from "./schema";

/** What can be ordered, in the account's own currency only. Viewers who can't see service prices see none here. */
export const listProducts = defineQuery({
  name: "services.list-products",
  permission: "services.order",
  scope: "account",
  alsoChecks: ["billing.prices.view"],
  summary: "List products available to order, with their categories, in the order of the catalogue",
  activity: "view products",
  input: z.object(pageInput),
  output: pageOf(product).extend({ categories: z.array(listedCategory).max(PAGE_SIZE).describe("Those of this page") }),
  http: { method: "GET", path: "/accounts/{accountId}/products" },
  async run({ db, account, viewer }, { page }) {
    const listed = { hidden: false, category: { hidden: false } };
    const products = await loadCatalogue(db, await currencyOf(db, account.id), listed);
    const priced = canSome(viewer, "billing.prices.view");
    const shown = pageOfAll(products, page);
    const items = shown.items.map((one) => presentProduct(one, priced));
    return { ...shown, items, categories: categoriesOf(shown.items) };
  },
});

/** The categories of these products, in their order. */
function categoriesOf(products: readonly CatalogueProduct[]): ListedCategory[] {
  const categories = products.map(({ category: { name, description, pictureId } }) => ({
    name,
    description,
    pictureId,
  }));
  return [...new Map(categories.map((category) => [category.name, category])).values()];
}
