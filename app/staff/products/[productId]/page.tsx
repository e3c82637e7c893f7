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

export const metadata = { title: "Product" };

export default personPage(async ({ execute, may, action, params, actor }) => {
  const product = await execute(viewCatalogueProduct, { productId: params.productId ?? "" });
  const { categories } = await execute(listProductChoices, {});
  const provisioning = may(viewProductProvisioning)
    ? await execute(viewProductProvisioning, { productId: product.id })
    : null;
  const prices = { productId: product.id, end: action(endPrice), format: actor };
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={product.name}
        mark={<AvailabilityMark value={product.availability} />}
        description={`${product.category}. ${product.services === 1 ? "1 service" : `${product.services} services`} in use.`}
        breadcrumb={[{ label: "Products", href: "/staff/products" }]}
      />
      <AvailabilityPanel product={product} action={action(changeAvailability)} />
      <div className="grid gap-4">
        <Panel title="Details">
          <ProductForm action={action(updateProduct)} categories={categories} product={product} />
        </Panel>
        <Panel title="Prices" description="Excluding tax. A new price is for new orders: services keep theirs." flush>
          <PriceList caption="Prices" prices={product.prices} {...prices} />
        </Panel>
        {product.options.flatMap((option) =>
          option.choices
            .filter((choice) => choice.prices.length > 0)
            .map((choice) => (
              <FoldedPanel
                key={choice.id}
                title={`Added for ${option.name}: ${choice.name}`}
                detail={counted(choice.prices.length, "price")}
                flush
              >
                <PriceList caption={`Prices of ${choice.name}`} prices={choice.prices} {...prices} />
              </FoldedPanel>
            )),
        )}
        <Panel title="Set a price">
          <PriceForm product={product} action={action(setPrice)} />
        </Panel>
        {product.options.map((option) => (
          <FoldedPanel
            key={option.id}
            title={`Option: ${option.name}`}
            detail={counted(option.choices.length, "choice")}
          >
            <OptionForm productId={product.id} option={option} action={action(saveOption)} />
          </FoldedPanel>
        ))}
        <Panel title="Add an option" description="Customers choose one of its choices when they order.">
          <OptionForm productId={product.id} action={action(saveOption)} />
        </Panel>
        {provisioning && (
          <Panel title="Set-up" description="Who sets up services that are paid for from now on.">
            <ProductProvisioningForm
              productId={product.id}
              provisioning={provisioning}
              action={action(chooseEndpoint)}
            />
          </Panel>
        )}
        <Panel title="Picture">
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

const counted = (count: number, what: string) => (count === 1 ? `1 ${what}` : `${count} ${what}s`);
