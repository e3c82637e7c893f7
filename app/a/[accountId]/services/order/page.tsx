import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { ProductList } from "@/components/services/catalogue/product-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { placeIn } from "@/components/ui/sort-props";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { listProducts } from "@/lib/services/catalogue/list-products";

export const generateMetadata = (): Metadata => ({ title: t("Order service") });

export default accountPage(async ({ execute, base, actor, account, search }) => {
  const list = await execute(listProducts, fromStrings(listProducts.input, placeIn(search)));
  return (
    <>
      <PageHeader
        title={t("Order service")}
        description={t("Choose a product. You can review your order before placing it.")}
        breadcrumb={[{ label: t("Services"), href: `${base}/services` }]}
      />
      {list.items.length > 0 ? (
        <ProductList
          products={list.items}
          categories={list.categories}
          hrefOf={({ id }) => `${base}/services/order/${id}`}
          pictureHref={(pictureId) => `/api/v1/accounts/${account.id}/pictures/${pictureId}`}
          locale={actor.locale}
        />
      ) : (
        <Panel>
          <EmptyState title={t("No products available")}>{t("Check back later or open a ticket.")}</EmptyState>
        </Panel>
      )}
      {list.total > list.pageSize && (
        <Pagination {...pageLinks(`${base}/services/order`, {}, list, [msg("product@@of"), msg("products@@of")])} />
      )}
    </>
  );
});
