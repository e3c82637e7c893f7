import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { MOST_CHOICES, type StaffOption } from "@/lib/services/catalogue/schema";

/** Empty rows for new choices. */
const SPARE_ROWS = 3;

export type OptionFormProps = {
  productId: string;
  /** Omitted to add one. */
  option?: StaffOption;
  action: FormAction;
};

/** An option with its choices. The first choice that isn't archived is the default. Works without a script. */
export function OptionForm({ productId, option, action }: OptionFormProps) {
  const choices = option?.choices ?? [];
  const rows = Array.from({ length: Math.min(choices.length + SPARE_ROWS, MOST_CHOICES) }, (_, index) => index);
  return (
    <OperationForm
      action={action}
      hidden={{ productId, optionId: option?.id }}
      submitLabel={option ? t("Save option") : t("Add option")}
      pendingLabel={t("Saving…")}
      doneMessage={t("Option saved.")}
      resetOnDone={option === undefined}
      label={option ? option.name : t("New option")}
    >
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <Field name="name" label={t("Name")} required hint={option ? undefined : t("For example Memory or Location.")}>
          <Input autoComplete="off" defaultValue={option?.name} />
        </Field>
        <Field name="position" label={t("Position")}>
          <Input inputMode="numeric" maxLength={4} autoComplete="off" defaultValue={option?.position ?? 0} />
        </Field>
      </div>
      {rows.map((index) => {
        const choice = choices[index];
        return (
          <div key={choice?.id ?? index} className="flex flex-wrap items-end gap-x-4 gap-y-1">
            {choice && <input type="hidden" name={`choices.${index}.choiceId`} value={choice.id} />}
            <Field
              name={`choices.${index}.name`}
              label={t("Choice {number}", { number: index + 1 })}
              className="min-w-0 flex-[1_1_14rem]"
            >
              <Input autoComplete="off" defaultValue={choice?.name} />
            </Field>
            {choice && (
              <Checkbox name={`choices.${index}.archived`} label={t("Archived")} defaultChecked={choice.archived} />
            )}
          </div>
        );
      })}
      {option && <Checkbox name="archived" label={t("Archive the whole option")} defaultChecked={option.archived} />}
    </OperationForm>
  );
}
