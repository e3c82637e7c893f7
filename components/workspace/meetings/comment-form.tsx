import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { MeetingView } from "@/lib/workspace/meetings/schema";

type Props = { meeting: MeetingView; comment: FormAction; idempotencyKey: string };

export const CommentForm = ({ meeting, comment, idempotencyKey }: Props) => (
  <OperationForm
    action={comment}
    idempotencyKey={idempotencyKey}
    hidden={{ meetingId: meeting.id }}
    submitLabel={t("Comment")}
    doneMessage={t("Your comment is added.")}
    resetOnDone
  >
    <Field name="itemId" label={t("About@@comment")}>
      <Select
        placeholder={t("The minutes as a whole")}
        options={meeting.draftMinutes
          .filter(({ hidden }) => !hidden)
          .map(({ id, title }) => ({ value: id, label: title }))}
      />
    </Field>
    <Field name="body" label={t("Your comment")} required>
      <Textarea rows={3} />
    </Field>
  </OperationForm>
);
