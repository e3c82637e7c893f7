import { accountPage } from "@/app/page-context";
import { ProductList } from "@/components/services/catalogue/product-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { listProducts } from "@/lib/services/catalogue/list-products";

export const metadata = { title: "Order service" };

export default accountPage(async ({ execute, base, actor, account }) => {
  const { items, categories } = await execute(listProducts, {});
  return (
    <>
      <PageHeader
        title="Order service"
        description="Choose a product. You can review your order before placing it."
        breadcrumb={[{ label: "Services", href: `${base}/services` }]}
      />
      {items.length > 0 ? (
        <ProductList
          products={items}
          categories={categories}
          hrefOf={({ id }) => `${base}/services/order/${id}`}
          pictureHref={(pictureId) => `/api/v1/accounts/${account.id}/pictures/${pictureId}`}
          locale={actor.locale}
        />
      ) : (
        <Panel>
          <EmptyState title="No products available">Check back later or open a ticket.</EmptyState>
        </Panel>
      )}
    </>
  );
});
