import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { timeZoneOptions } from "@/lib/platform/kernel/time-zones";
import { t } from "@/lib/platform/language/t";

export type WhenFieldsProps = {
  day?: string;
  startTime?: string;
  endTime?: string;
  zone: string;
  place?: string;
  url?: string | null;
};

/** When and where a meeting is, by the clocks of its place. */
export const WhenFields = ({ day, startTime = "10:00", endTime = "11:00", zone, place, url }: WhenFieldsProps) => (
  <>
    <div className="grid gap-4 sm:grid-cols-3">
      <Field name="day" label={t("Date")} required>
        <Input type="date" defaultValue={day} />
      </Field>
      <Field name="startTime" label={t("From@@time")} required>
        <Input type="time" defaultValue={startTime} />
      </Field>
      <Field name="endTime" label={t("To@@time")} required>
        <Input type="time" defaultValue={endTime} />
      </Field>
    </div>
    <Field
      name="zone"
      label={t("Time zone")}
      required
      hint={t("Where the meeting takes place. People elsewhere also see their own time.")}
    >
      <Select options={timeZoneOptions(zone)} defaultValue={zone} />
    </Field>
    <div className="grid gap-4 sm:grid-cols-2">
      <Field name="place" label={t("Place")}>
        <Input defaultValue={place} placeholder={t("Boardroom, second floor")} />
      </Field>
      <Field name="url" label={t("Link to join online")}>
        <Input type="url" defaultValue={url ?? ""} placeholder="https://" />
      </Field>
    </div>
  </>
);
