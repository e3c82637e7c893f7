import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { countriesByName } from "@/lib/platform/kernel/countries";
import { SHORTEST_PASSWORD } from "@/lib/platform/kernel/new-password";

/** The first manager's login, and what the first invoice needs of the seller. */
export function SetupFields() {
  return (
    <>
      <h2 className="font-medium text-ink">Your login</h2>
      <Field name="name" label="Your name" required>
        <Input autoComplete="name" />
      </Field>
      <Field name="email" label="Email address" required>
        <Input type="email" autoComplete="username" />
      </Field>
      <Field name="newPassword" label="Password" required hint={`At least ${SHORTEST_PASSWORD} characters.`}>
        <Input type="password" autoComplete="new-password" />
      </Field>
      <h2 className="mt-2 font-medium text-ink">Your company</h2>
      <Field name="company" label="Company name" required hint="The registered name, as printed on invoices.">
        <Input autoComplete="organization" />
      </Field>
      <Field name="address" label="Address" required hint="One line per address line, without the country.">
        <Textarea rows={3} />
      </Field>
      <Field name="country" label="Country" required hint="Determines which country's tax is charged.">
        <Select
          options={countriesByName("en-GB").map(({ code, name }) => ({ value: code, label: name }))}
          placeholder="Select a country"
        />
      </Field>
      <Field name="vatId" label="VAT ID">
        <Input autoComplete="off" />
      </Field>
    </>
  );
}
