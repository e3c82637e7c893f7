import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { Telling } from "@/lib/workspace/discussions/schema";
import { frequencyWords, levelWords } from "./discussion-words";

export type TellingFormProps = {
  action: FormAction;
  hidden: Record<string, string>;
  telling: Telling;
  /** For a thread: the choice to follow its group. */
  followsGroup?: boolean;
};

/** Of what one is told, and how often by email. */
export function TellingForm({ action, hidden, telling, followsGroup = false }: TellingFormProps) {
  const levels = Object.entries(levelWords).map(([value, label]) => ({ value, label: t(label) }));
  const group = { value: "group", label: t("As for the group") };
  return (
    <OperationForm
      action={action}
      hidden={hidden}
      label={t("Notifications")}
      submitLabel={t("Save")}
      submitVariant="secondary"
      doneMessage={t("Saved.")}
    >
      <Field name="level" label={t("Notify me of")} required>
        <Select
          options={followsGroup ? [group, ...levels] : levels}
          defaultValue={followsGroup && telling.because !== "thread" ? "group" : telling.level}
        />
      </Field>
      <Field name="frequency" label={t("Email")} required hint={t("The bell shows new posts at once.")}>
        <Select
          options={Object.entries(frequencyWords).map(([value, label]) => ({ value, label: t(label) }))}
          defaultValue={telling.frequency}
        />
      </Field>
    </OperationForm>
  );
}
