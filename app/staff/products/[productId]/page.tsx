import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { AvailabilityMark } from "@/components/services/catalogue/availability-mark";
import { AvailabilityPanel } from "@/components/services/catalogue/availability-panel";
import { OptionForm } from "@/components/services/catalogue/option-form";
import { PictureForm } from "@/components/services/catalogue/picture-form";
import { PriceForm } from "@/components/services/catalogue/price-form";
import { PriceList } from "@/components/services/catalogue/price-list";
import { ProductForm } from "@/components/services/catalogue/product-form";
import { ProductProvisioningForm } from "@/components/services/provisioning/product-provisioning-form";
import { FoldedPanel } from "@/components/ui/folded-panel";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import { changeAvailability } from "@/lib/services/catalogue/change-availability";
import { endPrice } from "@/lib/services/catalogue/end-price";
import { listProductChoices } from "@/lib/services/catalogue/list-product-choices";
import { removePicture } from "@/lib/services/catalogue/remove-picture";
import { saveOption } from "@/lib/services/catalogue/save-option";
import { setPicture } from "@/lib/services/catalogue/set-picture";
import { setPrice } from "@/lib/services/catalogue/set-price";
import { updateProduct } from "@/lib/services/catalogue/update-product";
import { viewCatalogueProduct } from "@/lib/services/catalogue/view-catalogue-product";
import { chooseEndpoint } from "@/lib/services/provisioning/choose-endpoint";
import { viewProductProvisioning } from "@/lib/services/provisioning/view-product-provisioning";

export const generateMetadata = (): Metadata => ({ title: t("Product") });

export default personPage(async ({ execute, may, action, params, actor }) => {
  const productId = params.productId ?? "";
  const [product, { categories }, provisioning] = await Promise.all([
    execute(viewCatalogueProduct, { productId }),
    execute(listProductChoices, {}),
    may(viewProductProvisioning) ? execute(viewProductProvisioning, { productId }) : null,
  ]);
  const prices = { productId: product.id, end: action(endPrice), format: actor };
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={product.name}
        mark={<AvailabilityMark value={product.availability} />}
        description={t("{category}. {count, plural, one {# service} other {# services}} in use.", {
          category: product.category,
          count: product.services,
        })}
        breadcrumb={[{ label: t("Products"), href: "/staff/products" }]}
      />
      <AvailabilityPanel product={product} action={action(changeAvailability)} />
      <div className="grid gap-4">
        <Panel title={t("Details")}>
          <ProductForm action={action(updateProduct)} categories={categories} product={product} />
        </Panel>
        <Panel
          title={t("Prices")}
          description={t("Excluding tax. A new price is for new orders: services keep theirs.")}
          flush
        >
          <PriceList caption={t("Prices")} prices={product.prices} {...prices} />
        </Panel>
        {product.options.flatMap((option) =>
          option.choices
            .filter((choice) => choice.prices.length > 0)
            .map((choice) => (
              <FoldedPanel
                key={choice.id}
                title={t("Added for {option}: {choice}", { option: option.name, choice: choice.name })}
                detail={t("{count, plural, one {# price} other {# prices}}", { count: choice.prices.length })}
                flush
              >
                <PriceList caption={t("Prices of {name}", { name: choice.name })} prices={choice.prices} {...prices} />
              </FoldedPanel>
            )),
        )}
        <Panel title={t("Set a price")}>
          <PriceForm product={product} action={action(setPrice)} />
        </Panel>
        {product.options.map((option) => (
          <FoldedPanel
            key={option.id}
            title={t("Option: {name}", { name: option.name })}
            detail={t("{count, plural, one {# choice} other {# choices}}", { count: option.choices.length })}
          >
            <OptionForm productId={product.id} option={option} action={action(saveOption)} />
          </FoldedPanel>
        ))}
        <Panel title={t("Add an option")} description={t("Customers choose one of its choices when they order.")}>
          <OptionForm productId={product.id} action={action(saveOption)} />
        </Panel>
        {provisioning && (
          <Panel title={t("Set-up")} description={t("Who sets up services that are paid for from now on.")}>
            <ProductProvisioningForm
              productId={product.id}
              provisioning={provisioning}
              action={action(chooseEndpoint)}
            />
          </Panel>
        )}
        <Panel title={t("Picture")}>
          <PictureForm
            of="product"
            ownerId={product.id}
            pictureId={product.pictureId}
            set={action(setPicture)}
            remove={action(removePicture)}
          />
        </Panel>
      </div>
    </div>
  );
});
