import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { StaffCategory } from "@/lib/services/catalogue/schema";

/** A category's name, description and place in the catalogue. */
export function CategoryForm({ category, action }: { category?: StaffCategory; action: FormAction }) {
  return (
    <OperationForm
      action={action}
      hidden={category && { categoryId: category.id, version: category.version }}
      submitLabel={category ? "Save" : "Create category"}
      pendingLabel="Saving…"
      doneMessage="Category saved."
      resetOnDone={category === undefined}
      label={category ? category.name : "New category"}
    >
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <Field name="name" label="Name" required>
          <Input autoComplete="off" defaultValue={category?.name} />
        </Field>
        <Field name="position" label="Position" hint="Lower comes first.">
          <Input inputMode="numeric" maxLength={4} autoComplete="off" defaultValue={category?.position ?? 0} />
        </Field>
      </div>
      <Field name="description" label="Description">
        <Input autoComplete="off" defaultValue={category?.description} />
      </Field>
      <Checkbox
        name="hidden"
        label="Hidden"
        hint="Customers see neither the category nor its products."
        defaultChecked={category?.hidden}
      />
    </OperationForm>
  );
}
