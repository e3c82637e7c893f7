import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { type ActionDetail, statusNames } from "@/lib/workspace/actions/schema";

export type StatusFormProps = { action: ActionDetail; send: FormAction };

/** The status of the action as a whole. */
export function StatusForm({ action, send }: StatusFormProps) {
  return (
    <OperationForm
      // A status set elsewhere is what the form begins with.
      key={action.version}
      action={send}
      hidden={{ actionId: action.id, version: action.version }}
      submitLabel={t("Set status")}
      submitVariant="secondary"
    >
      <Field name="status" label={t("Status of the action")} required>
        <Select
          options={Object.entries(statusNames).map(([value, label]) => ({ value, label: t(label) }))}
          defaultValue={action.status}
        />
      </Field>
    </OperationForm>
  );
}
