import { Panel } from "@/components/ui/panel";
import type { Product } from "@/lib/services/core/schema";
import { ProductRow } from "./product-row";

export type ProductListProps = { products: Product[]; hrefOf: (product: Product) => string; locale: string };

/** The products available to order, by family. */
export function ProductList({ products, hrefOf, locale }: ProductListProps) {
  const families = [...new Set(products.map(({ family }) => family))];
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      {families.map((family) => (
        <Panel key={family} title={family} flush>
          <ul className="divide-y divide-line">
            {products
              .filter((product) => product.family === family)
              .map((product) => (
                <ProductRow key={product.id} product={product} href={hrefOf(product)} locale={locale} />
              ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}
