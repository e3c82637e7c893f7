import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { PeopleChoice } from "@/components/workspace/core/people-choice";
import { t } from "@/lib/platform/language/t";
import type { ShownItem } from "@/lib/workspace/meetings/agenda/schema";
import type { MeetingView } from "@/lib/workspace/meetings/schema";

type Props = { meeting: MeetingView; item?: ShownItem };

/** The fields of an agenda item. What is not sent by an unticked box takes its hidden value. */
export function ItemFields({ meeting, item }: Props) {
  const people = meeting.attendees.map(({ contactId, name }) => ({ id: contactId, name, detail: null }));
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <Field name="title" label={t("Title")} required>
          <Input defaultValue={item?.title} autoComplete="off" />
        </Field>
        <Field name="minutesLong" label={t("Minutes planned")}>
          <Input type="number" min={1} max={600} defaultValue={item?.minutesLong ?? undefined} />
        </Field>
      </div>
      <Field name="presenter" label={t("Presenter")}>
        <Select
          placeholder={t("Nobody")}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={item?.presenter?.id}
        />
      </Field>
      <Field name="notes" label={t("Notes for the attendees")}>
        <Textarea rows={3} defaultValue={item?.notes} />
      </Field>
      <input type="hidden" name="numbered" value="false" />
      <Checkbox
        name="numbered"
        label={t("Numbered")}
        hint={t("Leave breaks without one.")}
        defaultChecked={item === undefined || item.number !== null}
      />
      <input type="hidden" name="confidential" value="false" />
      <Checkbox
        name="confidential"
        label={t("Confidential")}
        hint={t(
          "Everyone except the people chosen below, the presenter and those who run the meeting sees only its neutral title.",
        )}
        defaultChecked={item?.confidential}
      />
      <Field name="neutralTitle" label={t("Neutral title for everyone else")}>
        <Input defaultValue={item?.neutralTitle} placeholder={t("Confidential item")} />
      </Field>
      <Field
        name="organisations"
        label={t("Organisations it is about")}
        hint={t("One on each line. Whoever declared an interest in one of them is proposed for a recusal.")}
      >
        <Textarea rows={2} defaultValue={item?.organisations.join("\n")} />
      </Field>
      <PeopleChoice name="readers" legend={t("Who sees a confidential item")} people={people} chosen={item?.readers} />
    </>
  );
}
