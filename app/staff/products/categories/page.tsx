import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { CatalogueTabs } from "@/components/services/catalogue/catalogue-tabs";
import { CategoryForm } from "@/components/services/catalogue/category-form";
import { PictureForm } from "@/components/services/catalogue/picture-form";
import { FoldedPanel } from "@/components/ui/folded-panel";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { placeIn } from "@/components/ui/sort-props";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { createCategory } from "@/lib/services/catalogue/create-category";
import { listCategories } from "@/lib/services/catalogue/list-categories";
import { removePicture } from "@/lib/services/catalogue/remove-picture";
import { setPicture } from "@/lib/services/catalogue/set-picture";
import { updateCategory } from "@/lib/services/catalogue/update-category";
import { listEndpoints } from "@/lib/services/provisioning/list-endpoints";

export const generateMetadata = (): Metadata => ({ title: t("Product categories") });

export default personPage(async ({ execute, may, action, search }) => {
  const list = await execute(listCategories, fromStrings(listCategories.input, placeIn(search)));
  return (
    <div className="max-w-4xl">
      <PageHeader title={t("Products")} description={t("Categories group products for ordering.")} />
      <CatalogueTabs active="/categories" opens={(path) => path !== "/provisioning" || may(listEndpoints)} />
      <div className="grid gap-4">
        {list.items.map((category) => (
          <FoldedPanel
            key={category.id}
            title={category.name}
            detail={t("{count, plural, one {# product} other {# products}}", { count: category.products })}
          >
            <div className="grid gap-4">
              <CategoryForm category={category} action={action(updateCategory)} />
              <PictureForm
                of="category"
                ownerId={category.id}
                pictureId={category.pictureId}
                set={action(setPicture)}
                remove={action(removePicture)}
              />
            </div>
          </FoldedPanel>
        ))}
        {list.total > list.pageSize && (
          <Pagination
            {...pageLinks("/staff/products/categories", {}, list, [msg("category@@of"), msg("categories@@of")])}
          />
        )}
        <Panel title={t("Create category")}>
          <CategoryForm action={action(createCategory)} />
        </Panel>
      </div>
    </div>
  );
});
