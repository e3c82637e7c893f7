import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { localTimeAt } from "@/lib/platform/kernel/local-time-at";
import { t } from "@/lib/platform/language/t";
import type { MeetingView } from "@/lib/workspace/meetings/schema";
import { WhenFields } from "./when-fields";

type Props = { meeting: MeetingView; action: FormAction; cancelHref: string };

export function EditMeetingForm({ meeting, action, cancelHref }: Props) {
  const people = meeting.attendees.map(({ contactId, name }) => ({ value: contactId, label: name }));
  const start = localTimeAt(new Date(meeting.startsAt), meeting.zone);
  const end = localTimeAt(new Date(meeting.endsAt), meeting.zone);
  return (
    <OperationForm
      action={action}
      hidden={{ meetingId: meeting.id, version: meeting.version }}
      submitLabel={t("Save changes")}
      pendingLabel={t("Saving…")}
      cancelHref={cancelHref}
    >
      <Field name="title" label={t("Title")} required>
        <Input defaultValue={meeting.title} />
      </Field>
      <WhenFields
        zone={meeting.zone}
        day={start.day}
        startTime={start.time}
        endTime={end.time}
        place={meeting.place}
        url={meeting.url}
      />
      <Field name="chair" label={t("Chair")} required hint={t("Runs this meeting with you and signs the minutes.")}>
        <Select options={people} defaultValue={meeting.chair?.id} />
      </Field>
      <Field
        name="minuteTaker"
        label={t("Minute taker")}
        hint={t("May take minutes and see the draft in this meeting only.")}
      >
        <Select placeholder={t("Nobody yet")} options={people} defaultValue={meeting.minuteTaker?.id} />
      </Field>
    </OperationForm>
  );
}
