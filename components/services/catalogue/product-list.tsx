import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Panel } from "@/components/ui/panel";
import type { Product } from "@/lib/services/core/schema";
import { Price } from "./price";

export type ProductListProps = { products: Product[]; hrefOf: (product: Product) => string; locale: string };

/** What can be ordered, by family; the whole row is a link. */
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
                <li key={product.id} className="relative flex items-center gap-3 px-4 py-3 has-[a:hover]:bg-sunken">
                  <div className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4">
                    <Link
                      href={hrefOf(product)}
                      prefetch={false}
                      className="font-medium text-ink after:absolute after:inset-0"
                    >
                      {product.name}
                    </Link>
                    {product.prices?.[0] && <Price value={product.prices[0]} locale={locale} />}
                    <p className="w-full text-sm text-ink-soft">{product.description}</p>
                  </div>
                  <ChevronRight className="text-ink-faint" />
                </li>
              ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}
