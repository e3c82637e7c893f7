import { Checkbox } from "@/components/ui/checkbox";
import { MarkdownField } from "@/components/ui/markdown-field";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

export type CommentFormProps = { actionId: string; send: FormAction; idempotencyKey: string };

export function CommentForm({ actionId, send, idempotencyKey }: CommentFormProps) {
  return (
    <OperationForm
      action={send}
      idempotencyKey={idempotencyKey}
      hidden={{ actionId }}
      submitLabel={t("Add comment")}
      submitVariant="secondary"
      resetOnDone
    >
      {/* What Enter in a field presses: the first button of the form, which would be the preview. */}
      <button type="submit" hidden tabIndex={-1} />
      <MarkdownField name="comment" label={t("Comment")} rows={4} />
      <Checkbox
        name="private"
        value="true"
        label={t("Private note")}
        hint={t("Only you can see it. Administrators can't.")}
      />
    </OperationForm>
  );
}
