import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select, type SelectOption } from "@/components/ui/select";
import type { Profile } from "@/lib/identity/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { formatMoney } from "@/lib/platform/kernel/format-money";

interface PreferencesFormProps {
  readonly action: FormAction;
  readonly profile: Profile;
  readonly locales: SelectOption[];
  readonly timeZones: SelectOption[];
  readonly now: Date;
}

/** One's name, and how dates and figures are written. */
export function PreferencesForm({ action, profile, locales, timeZones, now }: PreferencesFormProps) {
  return (
    <OperationForm
      action={action}
      hidden={{ version: profile.version }}
      submitLabel="Save"
      pendingLabel="Saving…"
      doneMessage="Saved."
      className="max-w-lg"
    >
      <Field name="name" label="Name" required hint="Accounts that know you by this name show the new one.">
        <Input autoComplete="name" defaultValue={profile.name} />
      </Field>
      <Field
        name="locale"
        label="Dates and figures"
        required
        hint={`Now: ${formatDateTime(now, "long", profile)}, ${formatMoney(123_456, "EUR", profile.locale)}.`}
      >
        <Select defaultValue={profile.locale} options={locales} />
      </Field>
      <Field name="timeZone" label="Time zone" required hint={`It is ${formatDateTime(now, "time", profile)} there.`}>
        <Select defaultValue={profile.timeZone} options={timeZones} />
      </Field>
    </OperationForm>
  );
}
