import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { AccountProfile } from "@/lib/accounts/settings/schema";
import { countriesByName } from "@/lib/platform/kernel/countries";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { AddressFields } from "./address-fields";

export type ProfileFormProps = { profile: AccountProfile; locale: string; action: FormAction };

/** The details shown on invoices, and a phone number. */
export function ProfileForm({ profile, locale, action }: ProfileFormProps) {
  const countries = countriesByName(locale).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <OperationForm
      action={action}
      hidden={{ version: profile.version }}
      submitLabel={t("Save profile")}
      pendingLabel={t("Saving…")}
      doneMessage={t("Profile saved. It applies to future invoices.")}
      label={t("Account profile")}
      className="max-w-xl"
    >
      <Field name="legalName" label={t("Legal name")} required hint={t("Shown on invoices.")}>
        <Input defaultValue={profile.legalName} autoComplete="organization" />
      </Field>
      <Field name="vatId" label={t("VAT ID")} hint={t("Include the country code, for example DE123456789.")}>
        <Input defaultValue={profile.vatId ?? ""} autoComplete="off" spellCheck={false} />
      </Field>
      <AddressFields address={profile} countries={countries} />
      <Field name="phone" label={t("Phone")} hint={t("Used for urgent matters only.")}>
        <Input defaultValue={profile.phone ?? ""} type="tel" autoComplete="tel" maxLength={30} />
      </Field>
    </OperationForm>
  );
}
