import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { type ActionAssignee, progressStatuses, statusNames } from "@/lib/workspace/actions/schema";

export type ProgressFormProps = { actionId: string; part: ActionAssignee; send: FormAction };

/** How far the viewer is with their own part. */
export function ProgressForm({ actionId, part, send }: ProgressFormProps) {
  return (
    <OperationForm
      key={part.reportedAt}
      action={send}
      hidden={{ actionId }}
      submitLabel={t("Save progress")}
      submitVariant="primary"
    >
      <Field name="status" label={t("Progress")} required>
        <Select
          options={progressStatuses.map((value) => ({ value, label: t(statusNames[value]) }))}
          defaultValue={part.status}
        />
      </Field>
      <Field name="note" label={t("Note")} hint={t("Everyone who can see the action sees it.")}>
        <Textarea rows={3} defaultValue={part.note} />
      </Field>
    </OperationForm>
  );
}
