import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Textarea } from "@/components/ui/textarea";
import { PeopleChoice } from "@/components/workspace/core/people-choice";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { MeetingView } from "@/lib/workspace/meetings/schema";

export type AgreedActionFormProps = {
  meeting: Pick<MeetingView, "id" | "attendees">;
  itemId: string;
  add: FormAction;
  idempotencyKey: string;
  cancelHref?: string;
  /** On a page of its own there is room for details as well. */
  details?: boolean;
};

/** An action that is agreed under an agenda item: what, by whom and until when. */
export const AgreedActionForm = ({
  meeting,
  itemId,
  add,
  idempotencyKey,
  cancelHref,
  details,
}: AgreedActionFormProps) => (
  <OperationForm
    action={add}
    idempotencyKey={idempotencyKey}
    hidden={{ meetingId: meeting.id, itemId }}
    submitLabel={t("Add action")}
    submitVariant={details ? "primary" : "secondary"}
    doneMessage={t("The action is added, and its assignees are told.")}
    cancelHref={cancelHref}
    resetOnDone
  >
    <Field name="title" label={t("What is to be done")} required>
      <Input autoComplete="off" />
    </Field>
    {details && (
      <Field name="details" label={t("Details")} hint={t("Markdown is supported.")}>
        <Textarea rows={4} />
      </Field>
    )}
    <Field name="dueOn" label={t("Due date")} className="max-w-60">
      <Input type="date" min="2000-01-01" max="2199-12-31" />
    </Field>
    <PeopleChoice
      name="assigneeIds"
      legend={t("Assignees")}
      hint={t("They can see and update this action, and are told of it by email.")}
      people={meeting.attendees.map(({ contactId, name }) => ({ id: contactId, name, detail: null }))}
    />
  </OperationForm>
);
