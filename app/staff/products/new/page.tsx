import { randomUUID } from "node:crypto";
import { personPage } from "@/app/page-context";
import { ProductForm } from "@/components/services/catalogue/product-form";
import { PageHeader } from "@/components/ui/page-header";
import { createProduct } from "@/lib/services/catalogue/create-product";
import { listProductChoices } from "@/lib/services/catalogue/list-product-choices";

export const metadata = { title: "Create product" };

export default personPage(async ({ execute, action }) => {
  const { categories } = await execute(listProductChoices, {});
  return (
    <>
      <PageHeader
        title="Create product"
        description="It stays hidden until you have set a price and list it."
        breadcrumb={[{ label: "Products", href: "/staff/products" }]}
      />
      <ProductForm
        action={action(createProduct, "/staff/products/{id}")}
        categories={categories}
        idempotencyKey={randomUUID()}
      />
    </>
  );
});
