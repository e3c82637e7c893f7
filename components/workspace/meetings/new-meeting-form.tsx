import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { PeopleChoice } from "@/components/workspace/core/people-choice";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { WhenFields } from "./when-fields";

export type NewMeetingFormProps = {
  action: FormAction;
  idempotencyKey: string;
  people: { id: string; name: string; detail: string | null }[];
  types: { id: string; name: string; minutesLong: number }[];
  me: string | null;
  zone: string;
  day: string;
  cancelHref: string;
};

export function NewMeetingForm(props: NewMeetingFormProps) {
  const { action, idempotencyKey, people, types, me, zone, day, cancelHref } = props;
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      submitLabel={t("Create draft")}
      pendingLabel={t("Creating…")}
      cancelHref={cancelHref}
    >
      <Field name="title" label={t("Title")} required>
        <Input autoFocus autoComplete="off" placeholder={t("Board meeting, May")} />
      </Field>
      {types.length > 0 && (
        <Field name="typeId" label={t("Meeting type")} hint={t("The meeting starts with the agenda of its type.")}>
          <Select
            placeholder={t("No type")}
            options={types.map(({ id, name, minutesLong }) => ({
              value: id,
              label: t("{name} ({count, plural, one {# minute} other {# minutes}})", { name, count: minutesLong }),
            }))}
          />
        </Field>
      )}
      <WhenFields zone={zone} day={day} />
      <Field name="chair" label={t("Chair")} required hint={t("Runs this meeting with you and signs the minutes.")}>
        <Select options={people.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={me ?? undefined} />
      </Field>
      <PeopleChoice
        name="people"
        legend={t("Attendees")}
        hint={t("Nobody is told about the meeting until you publish its agenda. You and the chair are always invited.")}
        people={people}
      />
    </OperationForm>
  );
}
