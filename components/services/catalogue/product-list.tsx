import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Panel } from "@/components/ui/panel";
import type { ListedCategory } from "@/lib/services/catalogue/schema";
import type { Product } from "@/lib/services/core/schema";
import { CataloguePicture } from "./catalogue-picture";
import { Price } from "./price";

export type ProductListProps = {
  products: Product[];
  categories: ListedCategory[];
  hrefOf: (product: Product) => string;
  pictureHref: (pictureId: string) => string;
  locale: string;
};

/** What can be ordered, by category; the whole row is a link. */
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
                <li key={product.id} className="relative flex items-center gap-3 px-4 py-3 has-[a:hover]:bg-sunken">
                  {product.pictureId && <CataloguePicture src={pictureHref(product.pictureId)} />}
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
