import { nothing, unique } from "@/tests/operations/arrange";
import type { OperationTests, Sample } from "@/tests/operations/arrangement";
import { newProduct, picture, png } from "./arrange";

/** On a product of its own. */
const of =
  (input: (product: Awaited<ReturnType<typeof newProduct>>) => object): Sample =>
  async ({ portal }) => {
    const product = await newProduct(portal.owner);
    return { productId: product.id, ...input(product) };
  };

const details = { name: "Sample", category: "Samples" };

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                     own adm bil sup b+s cus age acc man
  "services.list-products":         { may: " +   -   -   -   -   -   -   -   - ", sample: nothing },
  "services.view-picture":          { may: " +   -   -   -   -   -   -   -   - ", sample: async ({ portal }) => ({ pictureId: await picture(portal.owner) }) },
  "catalogue.list":                 { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "catalogue.list-choices":         { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "catalogue.view":                 { may: " -   -   -   -   -   -   -   +   + ", sample: of(() => ({})) },
  "catalogue.create-product":       { may: " -   -   -   -   -   -   -   +   + ", sample: () => details },
  "catalogue.update-product":       { may: " -   -   -   -   -   -   -   +   + ", sample: of(() => ({ ...details, version: 1 })) },
  "catalogue.change-availability":  { may: " -   -   -   -   -   -   -   +   + ", sample: of(() => ({ availability: "archived" })) },
  "catalogue.set-price":            { may: " -   -   -   -   -   -   -   +   + ", sample: of(() => ({ currency: "EUR", term: "month", price: "12.50" })) },
  "catalogue.end-price":            { may: " -   -   -   -   -   -   -   +   + ", sample: of(({ prices }) => ({ priceId: prices[0]?.id })) },
  "catalogue.save-option":          { may: " -   -   -   -   -   -   -   +   + ", sample: of(() => ({ name: "Backup", choices: [{ name: "Daily" }] })) },
  "catalogue.list-categories":      { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "catalogue.create-category":      { may: " -   -   -   -   -   -   -   +   + ", sample: () => ({ name: `Category ${unique()}` }) },
  "catalogue.update-category":      { may: " -   -   -   -   -   -   -   +   + ", sample: async ({ portal }) => {
    const { id: categoryId, name } = await portal.owner.productCategory.create({ data: { name: `Category ${unique()}` } });
    return { categoryId, name, version: 1 };
  } },
  "catalogue.set-picture":          { may: " -   -   -   -   -   -   -   +   + ", sample: async ({ portal }) => ({
    of: "product",
    ownerId: (await newProduct(portal.owner)).id,
    picture: await png(),
  }) },
  "catalogue.remove-picture":       { may: " -   -   -   -   -   -   -   +   + ", sample: async ({ portal }) => ({
    of: "product",
    ownerId: (await newProduct(portal.owner)).id,
  }) },
  "catalogue.view-picture":         { may: " -   -   -   -   -   -   -   +   + ", sample: async ({ portal }) => ({ pictureId: await picture(portal.owner) }) },
};
