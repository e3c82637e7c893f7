import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import type { AccountProfile } from "@/lib/accounts/settings/schema";
import { countriesByName } from "@/lib/platform/kernel/countries";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { AddressFields } from "./address-fields";

export type ProfileFormProps = { profile: AccountProfile; locale: string; action: FormAction };

/** What stands on the account's invoices, and how to reach it. */
export function ProfileForm({ profile, locale, action }: ProfileFormProps) {
  const countries = countriesByName(locale).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <OperationForm
      action={action}
      hidden={{ version: profile.version }}
      submitLabel="Save profile"
      pendingLabel="Saving…"
      doneMessage="Profile saved. The next invoice carries it."
      label="Account profile"
      className="max-w-xl"
    >
      <Field name="legalName" label="Legal name" required hint="As it is to stand on invoices.">
        <Input defaultValue={profile.legalName} autoComplete="organization" />
      </Field>
      <Field name="vatId" label="VAT id" hint="With the country's letters, like DE123456789.">
        <Input defaultValue={profile.vatId ?? ""} autoComplete="off" spellCheck={false} />
      </Field>
      <AddressFields address={profile} countries={countries} />
      <Field name="phone" label="Phone" hint="Used when something on the account is urgent.">
        <Input defaultValue={profile.phone ?? ""} type="tel" autoComplete="tel" maxLength={30} />
      </Field>
    </OperationForm>
  );
}
