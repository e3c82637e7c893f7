import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

export function TagForm({ action }: { action: FormAction }) {
  return (
    <OperationForm
      action={action}
      label={t("Create tag")}
      layout="inline"
      submitLabel={t("Create")}
      pendingLabel={t("Saving…")}
      doneMessage={t("Created.")}
      resetOnDone
    >
      <Field name="name" label={t("Name")} required className="flex-1">
        <Input autoComplete="off" />
      </Field>
    </OperationForm>
  );
}
