import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { ProductForm } from "@/components/services/catalogue/product-form";
import { PageHeader } from "@/components/ui/page-header";
import { t } from "@/lib/platform/language/t";
import { createProduct } from "@/lib/services/catalogue/create-product";
import { listProductChoices } from "@/lib/services/catalogue/list-product-choices";

export const generateMetadata = (): Metadata => ({ title: t("Create product") });

export default personPage(async ({ execute, action }) => {
  const { categories } = await execute(listProductChoices, {});
  return (
    <>
      <PageHeader
        title={t("Create product")}
        description={t("It stays hidden until you have set a price and list it.")}
        breadcrumb={[{ label: t("Products"), href: "/staff/products" }]}
      />
      <ProductForm
        action={action(createProduct, "/staff/products/{id}")}
        categories={categories}
        idempotencyKey={randomUUID()}
      />
    </>
  );
});
