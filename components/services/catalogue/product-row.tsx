import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { PageLink } from "@/components/ui/page-link";
import type { Product } from "@/lib/services/core/schema";
import { CataloguePicture } from "./catalogue-picture";
import { Price } from "./price";

export type ProductRowProps = {
  product: Product;
  href: string;
  picture?: string | undefined;
  locale: string;
  mark?: ReactNode;
};

/** A product in a list, with its first price; the whole row is a link. */
export function ProductRow({ product, href, picture, locale, mark }: ProductRowProps) {
  return (
    <li className="relative flex items-center gap-3 px-4 py-3 has-[a:hover]:bg-sunken">
      {picture && <CataloguePicture src={picture} />}
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4">
        <span className="flex flex-wrap items-center gap-x-2">
          <PageLink href={href} className="font-medium text-ink after:absolute after:inset-0">
            {product.name}
          </PageLink>
          {mark}
        </span>
        {product.prices?.[0] && <Price value={product.prices[0]} locale={locale} />}
        <p className="w-full text-sm text-ink-soft">{product.description}</p>
      </div>
      <Icon name="chevron-right" className="text-ink-faint" />
    </li>
  );
}
