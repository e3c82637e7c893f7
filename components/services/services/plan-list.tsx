import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Price } from "@/components/services/catalogue/price";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import type { Product } from "@/lib/services/core/schema";

export type PlanListProps = {
  products: Product[];
  /** The service's current plan. */
  currentId: string;
  hrefOf: (product: Product) => string;
  locale: string;
};

/** The plans a service can change to, including its own, for other options or another term. */
export function PlanList({ products, currentId, hrefOf, locale }: PlanListProps) {
  return (
    <Panel flush>
      <ul className="divide-y divide-line">
        {products.map((product) => (
          <li key={product.id} className="relative flex items-center gap-3 px-4 py-3 has-[a:hover]:bg-sunken">
            <div className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4">
              <span className="flex flex-wrap items-center gap-x-2">
                <Link
                  href={hrefOf(product)}
                  prefetch={false}
                  className="font-medium text-ink after:absolute after:inset-0"
                >
                  {product.name}
                </Link>
                {product.id === currentId && <Badge tone="accent">Current plan</Badge>}
              </span>
              {product.prices?.[0] && <Price value={product.prices[0]} locale={locale} />}
              <p className="w-full text-sm text-ink-soft">{product.description}</p>
            </div>
            <ChevronRight className="text-ink-faint" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
