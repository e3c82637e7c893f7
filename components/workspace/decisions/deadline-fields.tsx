import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { timeZoneOptions } from "@/lib/platform/kernel/time-zones";
import { t } from "@/lib/platform/language/t";

/** The deadline, and the time zone it is in: everyone sees it in their own. */
export function DeadlineFields({ voteBy, timeZone }: { voteBy: string; timeZone: string }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field name="voteBy" label={t("Vote by")} required>
        <Input type="datetime-local" defaultValue={voteBy} />
      </Field>
      <Field name="timeZone" label={t("Time zone")} required>
        <Select options={timeZoneOptions(timeZone)} defaultValue={timeZone} />
      </Field>
    </div>
  );
}
