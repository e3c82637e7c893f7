import { money } from "@/lib/platform/kernel/money";
import type { CataloguePrice, CatalogueProduct } from "./catalogue";
import type { Product } from "./schema";

/** A product for people. Viewers who may order but not see service prices see no price here either. */
export function presentProduct(product: CatalogueProduct, priced: boolean): Product {
  const { id, slug, name, description, family, pictureId, prices, options } = product;
  const shown = (some: readonly CataloguePrice[]) => (priced ? { prices: some.map(presentPrice) } : {});
  return {
    id,
    slug,
    name,
    description,
    family,
    pictureId,
    terms: prices.map(({ interval }) => interval),
    options: options.map((option) => ({
      slug: option.slug,
      name: option.name,
      choices: option.choices.map((choice) => ({
        slug: choice.slug,
        name: choice.name,
        usual: choice.isDefault,
        ...shown(choice.prices),
      })),
    })),
    ...shown(prices),
  };
}

const presentPrice = ({ priceMinor, setupMinor, currency, interval }: CataloguePrice) => ({
  ...money(priceMinor, currency),
  interval,
  setupMinor: Number(setupMinor),
});
