import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { InterestItem } from "@/lib/workspace/interests/schema";

export type InterestFormProps = {
  action: FormAction;
  idempotencyKey?: string;
  /** What it is now; a new one if left out. */
  interest?: InterestItem;
  cancelHref?: string;
};

/** An interest of one's own. */
export function InterestForm({ action, idempotencyKey, interest, cancelHref }: InterestFormProps) {
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      hidden={interest && { interestId: interest.id, version: interest.version }}
      label={t("Your interest")}
      submitLabel={interest ? t("Save") : t("Declare interest")}
      cancelHref={cancelHref}
      resetOnDone={!interest}
    >
      <Field name="organisation" label={t("Organisation")} required>
        <Input defaultValue={interest?.organisation} autoComplete="off" />
      </Field>
      <Field
        name="nature"
        label={t("Interest")}
        hint={t("Such as director, shareholder, or your partner's employer.")}
        required
      >
        <Input defaultValue={interest?.nature} autoComplete="off" />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="from" label={t("From@@day")} required>
          <Input type="date" defaultValue={interest?.from} />
        </Field>
        <Field name="to" label={t("Until@@day")} hint={t("Leave it empty while it continues.")}>
          <Input type="date" defaultValue={interest?.to ?? undefined} />
        </Field>
      </div>
    </OperationForm>
  );
}
