import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { visitReasonNames } from "@/lib/accounts/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { visitReasons } from "@/lib/policy/staff-visit";

/** For managers, if nobody of the account can answer. */
export function EmergencyForm({ action }: { action: FormAction }) {
  const reasons = visitReasons.filter((reason) => reason !== "ticket");
  return (
    <details className="max-w-xl text-start">
      <summary className="fold min-h-11 py-2 font-medium">{t("Can nobody of the account answer?")}</summary>
      <p className="mb-3 text-ink-soft">
        {t("Another manager can confirm it instead, for two hours. The owner is told at once, and can end it.")}
      </p>
      <OperationForm
        action={action}
        label={t("Ask for emergency access")}
        submitLabel={t("Ask another manager")}
        submitVariant="secondary"
        pendingLabel={t("Asking…")}
      >
        <Field name="reason" label={t("Reason")} required>
          <Select
            options={reasons.map((value) => ({ value, label: t(visitReasonNames[value]) }))}
            defaultValue="security"
          />
        </Field>
        <Field name="note" label={t("In your words")} hint={t("The customer reads it.")} required>
          <Textarea rows={2} />
        </Field>
      </OperationForm>
    </details>
  );
}
