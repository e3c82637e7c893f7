import { AttachmentField, type AttachmentFieldProps } from "@/components/ui/attachments/attachment-field";
import { Icon } from "@/components/ui/icon";
import { MarkdownField } from "@/components/ui/markdown-field";
import { MentionSuggestions } from "@/components/ui/mention-suggestions";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

export type NoteFormProps = {
  action: FormAction;
  idempotencyKey: string;
  ticketId: string;
  staff: readonly string[];
  files: AttachmentFieldProps;
};

/** For staff: an internal note. */
export function NoteForm({ action, idempotencyKey, ticketId, staff, files }: NoteFormProps) {
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
      <MarkdownField
        name="message"
        label={t("Internal note")}
        hideLabel
        rows={3}
        placeholder={t("Add a note for your colleagues")}
      >
        <MentionSuggestions names={staff} />
      </MarkdownField>
      <AttachmentField {...files} />
    </OperationForm>
  );
}
