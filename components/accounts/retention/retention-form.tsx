import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { Retention } from "@/lib/accounts/retention/schema";
import { classWords, eventClasses, leastYears, MOST_YEARS } from "@/lib/accounts/retention/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

interface RetentionFormProps {
  readonly retention: Retention;
  readonly action: FormAction;
}

/** How many years each class of events is kept. */
export function RetentionForm({ retention, action }: RetentionFormProps) {
  return (
    <OperationForm
      action={action}
      hidden={{ version: retention.version }}
      submitLabel={t("Save")}
      pendingLabel={t("Saving…")}
      doneMessage={t("Retention saved.")}
      label={t("Retention")}
    >
      <p className="text-sm text-ink-soft">
        {t(
          "Events that are older than this are deleted at the beginning of each month. The log keeps a line that says how many were deleted, and up to when. An empty field keeps them for ever.",
        )}
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        {eventClasses.map((one) => (
          <Field
            key={one}
            name={one}
            label={t(classWords[one])}
            hint={t("{least, plural, one {At least # year.} other {At least # years.}}", { least: leastYears[one] })}
          >
            <Input
              type="number"
              inputMode="numeric"
              min={leastYears[one]}
              max={MOST_YEARS}
              defaultValue={retention[one] ?? undefined}
              placeholder={t("For ever")}
            />
          </Field>
        ))}
      </div>
    </OperationForm>
  );
}
