import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { StaffProduct } from "@/lib/services/catalogue/schema";

const taxCategories = () => [
  { value: "standard", label: t("Standard rate") },
  { value: "reduced", label: t("Reduced rate (standard if the country has none)") },
  { value: "none", label: t("No tax") },
];

export type ProductFormProps = {
  action: FormAction;
  categories: string[];
  /** Omitted for a new product. */
  product?: StaffProduct;
  idempotencyKey?: string;
};

/** The details of a product, without its prices and options. */
export function ProductForm({ action, categories, product, idempotencyKey }: ProductFormProps) {
  return (
    <OperationForm
      action={action}
      hidden={product && { productId: product.id, version: product.version }}
      idempotencyKey={idempotencyKey}
      submitLabel={product ? t("Save details") : t("Create product")}
      pendingLabel={t("Saving…")}
      cancelHref={product ? undefined : "/staff/products"}
      doneMessage={t("Product saved.")}
      label={t("Product details")}
      className="max-w-xl"
    >
      <Field name="name" label={t("Name")} required>
        <Input autoComplete="off" defaultValue={product?.name} />
      </Field>
      <Field name="description" label={t("Description")} hint={t("One or two sentences, shown when ordering.")}>
        <Textarea rows={3} defaultValue={product?.description} />
      </Field>
      <Field name="category" label={t("Category")} required hint={t("A new name adds a category.")}>
        <Input autoComplete="off" list="product-categories" defaultValue={product?.category} />
      </Field>
      <datalist id="product-categories">
        {categories.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <Field name="taxCategory" label={t("Tax")} required>
          <Select options={taxCategories()} defaultValue={product?.taxCategory ?? "standard"} />
        </Field>
        <Field name="position" label={t("Position")} hint={t("Lower comes first.")}>
          <Input inputMode="numeric" maxLength={4} autoComplete="off" defaultValue={product?.position ?? 0} />
        </Field>
      </div>
      <Checkbox
        name="hasLogin"
        label={t("Services come with credentials")}
        hint={t("Staff enter them when they set a service up.")}
        defaultChecked={product?.hasLogin}
      />
    </OperationForm>
  );
}
