import { AddressFields } from "@/components/accounts/settings/address-fields";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { countriesByName } from "@/lib/platform/kernel/countries";
import { currencyOptions } from "@/lib/platform/kernel/currencies";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { localeOptions } from "@/lib/platform/kernel/locales";
import { timeZoneOptions } from "@/lib/platform/kernel/time-zones";
import { t } from "@/lib/platform/language/t";

export type NewAccountFormProps = {
  action: FormAction;
  /** In which the countries are named. */
  locale: string;
  idempotencyKey: string;
  defaults: { country: string; currency: string; locale: string; timeZone: string };
};

/** A new customer account and the person who will own it. */
export function NewAccountForm({ action, locale, idempotencyKey, defaults }: NewAccountFormProps) {
  const countries = countriesByName(locale).map(({ code, name }) => ({ value: code, label: name }));
  const blank = { addressLine1: "", addressLine2: null, postalCode: "", city: "", region: null };
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      submitLabel={t("Create account")}
      pendingLabel={t("Creating…")}
      cancelHref="/staff/accounts"
      label={t("New account")}
      className="max-w-xl"
    >
      <Field name="name" label={t("Account name")} required hint={t("The company, or the person's name.")}>
        <Input autoComplete="off" />
      </Field>
      <Field
        name="legalName"
        label={t("Legal name")}
        hint={t("Shown on invoices. Leave empty if it is the account name.")}
      >
        <Input autoComplete="off" />
      </Field>
      <Field name="vatId" label={t("VAT ID")} hint={t("Include the country code, for example DE123456789.")}>
        <Input autoComplete="off" spellCheck={false} />
      </Field>
      <AddressFields address={{ ...blank, country: defaults.country }} countries={countries} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="phone" label={t("Phone")}>
          <Input type="tel" autoComplete="off" maxLength={30} />
        </Field>
        <Field name="currency" label={t("Currency")} required hint={t("Can't be changed later.")}>
          <Select options={currencyOptions} defaultValue={defaults.currency} />
        </Field>
      </div>
      <div>
        <h2 className="font-semibold text-ink">{t("Owner")}</h2>
        <p className="text-sm text-ink-soft">
          {t("We email them how to sign in. If they have a login already, it keeps its name and settings.")}
        </p>
      </div>
      <Field name="ownerName" label={t("Name")} required>
        <Input autoComplete="off" />
      </Field>
      <Field name="ownerEmail" label={t("Email address")} required>
        <Input type="email" autoComplete="off" />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="locale" label={t("Date and number format")} required>
          <Select options={localeOptions(defaults.locale)} defaultValue={defaults.locale} />
        </Field>
        <Field name="timeZone" label={t("Time zone")} required>
          <Select options={timeZoneOptions(defaults.timeZone)} defaultValue={defaults.timeZone} />
        </Field>
      </div>
    </OperationForm>
  );
}
