import { Panel } from "@/components/ui/panel";
import type { ListedCategory } from "@/lib/services/catalogue/schema";
import type { Product } from "@/lib/services/core/schema";
import { CataloguePicture } from "./catalogue-picture";
import { ProductRow } from "./product-row";

export type ProductListProps = {
  products: Product[];
  categories: ListedCategory[];
  hrefOf: (product: Product) => string;
  pictureHref: (pictureId: string) => string;
  locale: string;
};

/** The products available to order, by category. */
export function ProductList({ products, categories, hrefOf, pictureHref, locale }: ProductListProps) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      {categories.map(({ name, description, pictureId }) => (
        <Panel key={name} title={name} description={description || undefined} flush>
          {pictureId && <CataloguePicture src={pictureHref(pictureId)} wide />}
          <ul className="divide-y divide-line">
            {products
              .filter((product) => product.family === name)
              .map((product) => (
                <ProductRow
                  key={product.id}
                  product={product}
                  href={hrefOf(product)}
                  picture={product.pictureId ? pictureHref(product.pictureId) : undefined}
                  locale={locale}
                />
              ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}
