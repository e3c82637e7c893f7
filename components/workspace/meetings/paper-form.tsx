import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { MeetingView } from "@/lib/workspace/meetings/schema";

type Props = { meeting: MeetingView; add: FormAction; idempotencyKey: string };

export const PaperForm = ({ meeting, add, idempotencyKey }: Props) => (
  <OperationForm
    action={add}
    idempotencyKey={idempotencyKey}
    hidden={{ meetingId: meeting.id }}
    submitLabel={t("Add paper")}
    doneMessage={t("The paper is added.")}
    resetOnDone
  >
    <Field name="title" label={t("Title")} required>
      <Input autoComplete="off" />
    </Field>
    <Field name="itemId" label={t("Agenda item")} hint={t("Visible to everyone who can see the item.")}>
      <Select
        placeholder={t("The whole meeting")}
        options={meeting.agenda.items
          .filter(({ hidden }) => !hidden)
          .map(({ id, title }) => ({ value: id, label: title }))}
      />
    </Field>
    <Field name="body" label={t("Text")} hint={t("Markdown works.")} required>
      <Textarea rows={6} />
    </Field>
  </OperationForm>
);
