import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Textarea } from "@/components/ui/textarea";
import { PeopleChoice, type PeopleChoiceProps } from "@/components/workspace/core/people-choice";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { ActionDetail } from "@/lib/workspace/actions/schema";

export type ActionFormProps = {
  action: FormAction;
  people: PeopleChoiceProps["people"];
  cancelHref: string;
  /** The action to edit; a new one without. */
  edited?: ActionDetail;
  idempotencyKey?: string;
};

/** What is to be done, by whom and until when. Only the title is required. */
export function ActionForm({ action, people, cancelHref, edited, idempotencyKey }: ActionFormProps) {
  return (
    <OperationForm
      action={action}
      {...(edited && { hidden: { actionId: edited.id, version: edited.version } })}
      {...(idempotencyKey && { idempotencyKey })}
      submitLabel={edited ? t("Save changes") : t("Create action")}
      pendingLabel={t("Saving…")}
      cancelHref={cancelHref}
    >
      <Field name="title" label={t("What is to be done")} required>
        <Input
          autoFocus={!edited}
          autoComplete="off"
          placeholder={t("Get three quotes for the warehouse roof")}
          defaultValue={edited?.title}
        />
      </Field>
      <Field name="details" label={t("Details")} hint={t("Markdown is supported.")}>
        <Textarea rows={5} defaultValue={edited?.details} />
      </Field>
      <Field
        name="dueOn"
        label={t("Due date")}
        hint={t("Assignees are reminded three days before, on the day, and when it is overdue.")}
        className="max-w-60"
      >
        <Input type="date" min="2000-01-01" max="2199-12-31" defaultValue={edited?.dueOn ?? undefined} />
      </Field>
      <PeopleChoice
        name="assigneeIds"
        legend={t("Assignees")}
        hint={t("They can see and update this action, and are told of it by email.")}
        people={withFormer(people, edited)}
        chosen={edited?.assignees.map(({ contactId }) => contactId) ?? []}
      />
    </OperationForm>
  );
}

/** Somebody who has left the account stays assigned until they are unticked. */
function withFormer(people: ActionFormProps["people"], edited: ActionDetail | undefined): ActionFormProps["people"] {
  const known = new Set(people.map(({ id }) => id));
  const former = (edited?.assignees ?? []).filter(({ contactId }) => !known.has(contactId));
  return [...people, ...former.map(({ contactId, name }) => ({ id: contactId, name, detail: t("No longer active") }))];
}
