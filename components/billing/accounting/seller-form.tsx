import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { SellerDetails } from "@/lib/billing/accounting/schema";
import { countriesByName } from "@/lib/platform/kernel/countries";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

const short = [
  { name: "vatId", label: msg("VAT ID") },
  { name: "registration", label: msg("Company registration no.") },
  { name: "email", label: msg("Billing email") },
  { name: "phone", label: msg("Phone") },
  { name: "bankName", label: msg("Bank") },
  { name: "iban", label: msg("IBAN") },
  { name: "bic", label: msg("BIC") },
] as const;

export type SellerFormProps = { seller: SellerDetails | null; locale: string; action: FormAction };

/** The seller's details on invoices. */
export function SellerForm({ seller, locale, action }: SellerFormProps) {
  return (
    <OperationForm
      action={action}
      hidden={{ version: seller?.version ?? 0 }}
      submitLabel={t("Save")}
      pendingLabel={t("Saving…")}
      doneMessage={t("Seller details saved.")}
      label={t("Seller")}
    >
      <Field name="name" label={t("Company name")} required>
        <Input defaultValue={seller?.name} autoComplete="off" />
      </Field>
      <Field name="address" label={t("Address")} required hint={t("One line per address line, without the country.")}>
        <Textarea rows={3} defaultValue={seller?.lines.join("\n")} />
      </Field>
      <Field name="country" label={t("Country")} required hint={t("Determines which country's tax is charged.")}>
        <Select
          options={countriesByName(locale).map(({ code, name }) => ({ value: code, label: name }))}
          placeholder={t("Select a country")}
          defaultValue={seller?.country}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        {short.map(({ name, label }) => (
          <Field key={name} name={name} label={t(label)}>
            <Input maxLength={254} defaultValue={seller?.[name] ?? undefined} autoComplete="off" />
          </Field>
        ))}
      </div>
    </OperationForm>
  );
}
