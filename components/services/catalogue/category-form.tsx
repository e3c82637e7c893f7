import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { StaffCategory } from "@/lib/services/catalogue/schema";

/** A category's name, description and place in the catalogue. */
export function CategoryForm({ category, action }: { category?: StaffCategory; action: FormAction }) {
  return (
    <OperationForm
      action={action}
      hidden={category && { categoryId: category.id, version: category.version }}
      submitLabel={category ? t("Save") : t("Create category")}
      pendingLabel={t("Saving…")}
      doneMessage={t("Category saved.")}
      resetOnDone={category === undefined}
      label={category ? category.name : t("New category")}
    >
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <Field name="name" label={t("Name")} required>
          <Input autoComplete="off" defaultValue={category?.name} />
        </Field>
        <Field name="position" label={t("Position")} hint={t("Lower comes first.")}>
          <Input inputMode="numeric" maxLength={4} autoComplete="off" defaultValue={category?.position ?? 0} />
        </Field>
      </div>
      <Field name="description" label={t("Description")}>
        <Input autoComplete="off" defaultValue={category?.description} />
      </Field>
      <Checkbox
        name="hidden"
        label={t("Hidden")}
        hint={t("Customers see neither the category nor its products.")}
        defaultChecked={category?.hidden}
      />
    </OperationForm>
  );
}
