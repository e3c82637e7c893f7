import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { countriesByName } from "@/lib/platform/kernel/countries";
import { SHORTEST_PASSWORD } from "@/lib/platform/kernel/new-password";
import { currentCode, t } from "@/lib/platform/language/t";

/** The first manager's login, and what the first invoice needs of the seller. */
export function SetupFields() {
  return (
    <>
      <h2 className="font-medium text-ink">{t("Your login")}</h2>
      <Field name="name" label={t("Your name")} required>
        <Input autoComplete="name" />
      </Field>
      <Field name="email" label={t("Email address")} required>
        <Input type="email" autoComplete="username" />
      </Field>
      <Field
        name="newPassword"
        label={t("Password")}
        required
        hint={t("At least {count} characters.", { count: SHORTEST_PASSWORD })}
      >
        <Input type="password" autoComplete="new-password" />
      </Field>
      <h2 className="mt-2 font-medium text-ink">{t("Your company")}</h2>
      <Field name="company" label={t("Company name")} required hint={t("The registered name, as printed on invoices.")}>
        <Input autoComplete="organization" />
      </Field>
      <Field name="address" label={t("Address")} required hint={t("One line per address line, without the country.")}>
        <Textarea rows={3} />
      </Field>
      <Field name="country" label={t("Country")} required hint={t("Determines which country's tax is charged.")}>
        <Select
          options={countriesByName(currentCode()).map(({ code, name }) => ({ value: code, label: name }))}
          placeholder={t("Select a country")}
        />
      </Field>
      <Field name="vatId" label={t("VAT ID")}>
        <Input autoComplete="off" />
      </Field>
    </>
  );
}
