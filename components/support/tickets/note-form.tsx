import { AttachmentField, type AttachmentFieldProps } from "@/components/support/attachments/attachment-field";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

export type NoteFormProps = {
  action: FormAction;
  idempotencyKey: string;
  ticketId: string;
  files: AttachmentFieldProps;
};

/** For staff: an internal note. */
export function NoteForm({ action, idempotencyKey, ticketId, files }: NoteFormProps) {
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      hidden={{ ticketId }}
      label={t("Internal note")}
      submitLabel={t("Add note")}
      submitVariant="secondary"
      submitIcon={<Icon name="eye-off" />}
      resetOnDone
    >
      <Field name="message" label={t("Internal note")} hideLabel required>
        <Textarea rows={3} placeholder={t("Add a note for your colleagues")} />
      </Field>
      <AttachmentField {...files} />
    </OperationForm>
  );
}
