import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select, type SelectOption } from "@/components/ui/select";
import type { Profile } from "@/lib/identity/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { t } from "@/lib/platform/language/t";

interface PreferencesFormProps {
  readonly action: FormAction;
  readonly profile: Profile;
  readonly locales: SelectOption[];
  readonly timeZones: SelectOption[];
  readonly now: Date;
}

/** Name, and the format of dates and numbers. */
export function PreferencesForm({ action, profile, locales, timeZones, now }: PreferencesFormProps) {
  return (
    <OperationForm
      action={action}
      hidden={{ version: profile.version }}
      submitLabel={t("Save")}
      pendingLabel={t("Saving…")}
      doneMessage={t("Profile saved.")}
      className="max-w-lg"
    >
      <Field name="name" label={t("Name")} required hint={t("Also updated on accounts that show this name.")}>
        <Input autoComplete="name" defaultValue={profile.name} />
      </Field>
      <Field
        name="locale"
        label={t("Language and region")}
        required
        hint={t("The portal speaks English and German. Dates and numbers: {date}, {amount}.", {
          date: formatDateTime(now, "long", profile),
          amount: formatMoney(123_456, "EUR", profile.locale),
        })}
      >
        <Select defaultValue={profile.locale} options={locales} />
      </Field>
      <Field
        name="timeZone"
        label={t("Time zone")}
        required
        hint={t("Current time: {date}", { date: formatDateTime(now, "time", profile) })}
      >
        <Select defaultValue={profile.timeZone} options={timeZones} />
      </Field>
    </OperationForm>
  );
}
