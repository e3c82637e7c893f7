import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { countriesByName } from "@/lib/platform/kernel/countries";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

export type TaxRateFormProps = { today: string; locale: string; action: FormAction; cancelHref: string };

/** Adds a rate from a given day; the previous rate ends that day. */
export function TaxRateForm({ today, locale, action, cancelHref }: TaxRateFormProps) {
  return (
    <OperationForm
      action={action}
      submitLabel={t("Add rate")}
      pendingLabel={t("Adding…")}
      cancelHref={cancelHref}
      label={t("New tax rate")}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="country" label={t("Country")} required>
          <Select
            options={countriesByName(locale).map(({ code, name }) => ({ value: code, label: name }))}
            placeholder={t("Select a country")}
          />
        </Field>
        <Field
          name="category"
          label={t("Kind")}
          hint={t("If a country has no reduced rate, its standard rate applies to reduced lines.")}
          required
        >
          <Select
            options={[
              { value: "standard", label: t("Standard@@rate") },
              { value: "reduced", label: t("Reduced@@rate") },
            ]}
          />
        </Field>
        <Field name="name" label={t("Name on invoices")} required>
          <Input autoComplete="off" defaultValue={t("VAT")} />
        </Field>
        <Field name="percent" label={t("Rate (%)")} required>
          <Input inputMode="decimal" maxLength={5} autoComplete="off" />
        </Field>
        <Field name="from" label={t("Valid from")} required>
          <Input type="date" defaultValue={today} />
        </Field>
      </div>
    </OperationForm>
  );
}
