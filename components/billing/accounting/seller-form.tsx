import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { SellerDetails } from "@/lib/billing/accounting/schema";
import { countriesByName } from "@/lib/platform/kernel/countries";
import type { FormAction } from "@/lib/platform/kernel/form-state";

const short = [
  { name: "vatId", label: "VAT ID" },
  { name: "registration", label: "Company registration no." },
  { name: "email", label: "Billing email" },
  { name: "phone", label: "Phone" },
  { name: "bankName", label: "Bank" },
  { name: "iban", label: "IBAN" },
  { name: "bic", label: "BIC" },
] as const;

/** The seller's details on invoices. */
export function SellerForm({ seller, action }: { seller: SellerDetails | null; action: FormAction }) {
  return (
    <OperationForm
      action={action}
      hidden={{ version: seller?.version ?? 0 }}
      submitLabel="Save"
      pendingLabel="Saving…"
      doneMessage="Seller details saved."
      label="Seller"
    >
      <Field name="name" label="Company name" required>
        <Input defaultValue={seller?.name} autoComplete="off" />
      </Field>
      <Field name="address" label="Address" required hint="One line per address line, without the country.">
        <Textarea rows={3} defaultValue={seller?.lines.join("\n")} />
      </Field>
      <Field name="country" label="Country" required hint="Determines which country's tax is charged.">
        <Select
          options={countriesByName("en-GB").map(({ code, name }) => ({ value: code, label: name }))}
          placeholder="Select a country"
          defaultValue={seller?.country}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        {short.map(({ name, label }) => (
          <Field key={name} name={name} label={label}>
            <Input maxLength={254} defaultValue={seller?.[name] ?? undefined} autoComplete="off" />
          </Field>
        ))}
      </div>
    </OperationForm>
  );
}
