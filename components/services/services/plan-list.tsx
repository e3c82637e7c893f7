import { ProductRow } from "@/components/services/catalogue/product-row";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
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
          <ProductRow
            key={product.id}
            product={product}
            href={hrefOf(product)}
            locale={locale}
            mark={product.id === currentId && <Badge tone="accent">{t("Current plan")}</Badge>}
          />
        ))}
      </ul>
    </Panel>
  );
}
