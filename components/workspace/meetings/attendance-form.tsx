import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { localTimeAt } from "@/lib/platform/kernel/local-time-at";
import { t } from "@/lib/platform/language/t";
import { presenceWords, type ShownAttendee } from "@/lib/workspace/meetings/attendees/schema";
import type { MeetingView } from "@/lib/workspace/meetings/schema";

type Props = { meeting: MeetingView; record: FormAction };

/** Who was there, in the order of the attendees. */
export const AttendanceForm = ({ meeting, record }: Props) => (
  <OperationForm
    action={record}
    hidden={{ meetingId: meeting.id }}
    submitLabel={t("Save attendance")}
    doneMessage={t("Attendance is saved.")}
  >
    <ul className="flex flex-col gap-4">
      {meeting.attendees.map((one, index) => (
        <Row key={one.contactId} attendee={one} name={`attendees.${index}`} zone={meeting.zone} />
      ))}
    </ul>
    <Field name="guests" label={t("Others who were there")} hint={t("People who were not invited, by name.")}>
      <Input defaultValue={meeting.guests} />
    </Field>
  </OperationForm>
);

function Row({ attendee, name, zone }: { attendee: ShownAttendee; name: string; zone: string }) {
  const timeOf = (at: string | null) => (at === null ? "" : localTimeAt(new Date(at), zone).time);
  const presence = attendee.presence ?? (attendee.answer === "apologies" ? "apologies" : "");
  return (
    <li className="grid grid-cols-2 gap-2 sm:grid-cols-[minmax(0,1fr)_10rem_9rem_9rem] sm:items-end max-sm:[&>:nth-child(-n+3)]:col-span-2">
      <input type="hidden" name={`${name}.contactId`} value={attendee.contactId} />
      <span className="font-medium text-ink wrap-anywhere sm:pb-1.5">{attendee.name}</span>
      <Field name={`${name}.presence`} label={t("Attendance of {name}", { name: attendee.name })} hideLabel required>
        <Select
          required={false}
          placeholder={t("Not recorded")}
          options={Object.entries(presenceWords).map(([value, label]) => ({ value, label: t(label) }))}
          defaultValue={presence}
        />
      </Field>
      <Field name={`${name}.arrivedAt`} label={t("Arrived late")}>
        <Input type="time" defaultValue={timeOf(attendee.arrivedAt)} />
      </Field>
      <Field name={`${name}.leftAt`} label={t("Left early")}>
        <Input type="time" defaultValue={timeOf(attendee.leftAt)} />
      </Field>
    </li>
  );
}
