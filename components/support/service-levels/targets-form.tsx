import { priorityWords } from "@/components/support/tickets/ticket-words";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { departmentNames } from "@/lib/policy/departments";
import type { ServiceLevel } from "@/lib/support/service-levels/schema";

export type TargetsFormProps = { levels: ServiceLevel[]; version: number; action: FormAction };

/** How soon tickets are answered and resolved, by department and priority. */
export function TargetsForm({ levels, version, action }: TargetsFormProps) {
  const departments = Object.entries(departmentNames);
  return (
    <OperationForm
      action={action}
      hidden={{ version }}
      label={t("Targets")}
      submitLabel={t("Save")}
      pendingLabel={t("Saving…")}
      doneMessage={t("Saved. Open tickets get their new due times.")}
    >
      <div className="grid gap-6 xl:grid-cols-3">
        {departments.map(([department, label]) => (
          <fieldset key={department} className="min-w-0">
            <legend className="mb-2 font-medium text-ink">{t(label)}</legend>
            <div className="grid grid-cols-[minmax(0,1fr)_6rem_6rem] items-start gap-x-3 gap-y-2">
              <span />
              <span className="text-sm hyphens-auto text-ink-soft" aria-hidden="true">
                {t("First response")}
              </span>
              <span className="text-sm hyphens-auto text-ink-soft" aria-hidden="true">
                {t("Resolution")}
              </span>
              {levels.map(
                (level, index) =>
                  level.department === department && <Row key={level.priority} level={level} index={index} />,
              )}
            </div>
          </fieldset>
        ))}
      </div>
    </OperationForm>
  );
}

function Row({ level, index }: { level: ServiceLevel; index: number }) {
  const { department, priority, firstResponseMinutes, resolutionMinutes } = level;
  const of = { priority: t(priorityWords[priority].label), department: t(departmentNames[department]) };
  return (
    <div className="contents">
      <input type="hidden" name={`levels.${index}.department`} value={department} />
      <input type="hidden" name={`levels.${index}.priority`} value={priority} />
      <span className="py-1.5" aria-hidden="true">
        {of.priority}
      </span>
      <Hours
        name={`levels.${index}.firstResponseHours`}
        label={t("{department}, {priority}: first response in hours", of)}
        minutes={firstResponseMinutes}
      />
      <Hours
        name={`levels.${index}.resolutionHours`}
        label={t("{department}, {priority}: resolution in hours", of)}
        minutes={resolutionMinutes}
      />
    </div>
  );
}

const Hours = ({ name, label, minutes }: { name: string; label: string; minutes: number | null }) => (
  <Field name={name} label={label} hideLabel required>
    <Input
      inputMode="decimal"
      required={false}
      autoComplete="off"
      defaultValue={minutes === null ? "" : String(Math.round((minutes / 60) * 100) / 100)}
    />
  </Field>
);
