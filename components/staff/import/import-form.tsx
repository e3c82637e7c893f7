import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { OperationForm } from "@/components/ui/operation-form";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

/** A CSV file or pasted rows, to check before anything is created. */
export function ImportForm({ action }: { action: FormAction }) {
  return (
    <OperationForm
      action={action}
      submitLabel={t("Check")}
      pendingLabel={t("Checking…")}
      label={t("Customers to import")}
    >
      <Field
        name="file"
        label={t("CSV file")}
        hint={t("UTF-8, up to 1 MB and 5,000 rows, with headings in the first line.")}
      >
        <FileInput accept=".csv,text/csv,text/plain" />
      </Field>
      <Field name="text" label={t("Or paste rows")} hint={t("Used if no file is chosen.")}>
        <Textarea rows={6} spellCheck={false} className="font-mono" />
      </Field>
      <div className="text-sm text-ink-soft">
        <p>
          {t(
            "Required columns: reference, name, address, country, currency, owner, owner email. Optional: legal name, VAT ID, address line 2, postal code, city, region, phone, language, time zone.",
          )}
        </p>
        <p className="mt-1">
          {t(
            "The reference is the customer's id in your other system. A reference that has been imported is never imported again.",
          )}
        </p>
      </div>
    </OperationForm>
  );
}
