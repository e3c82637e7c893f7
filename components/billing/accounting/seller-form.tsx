import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { SellerDetails } from "@/lib/billing/accounting/schema";
import { countriesByName } from "@/lib/platform/kernel/countries";
import type { FormAction } from "@/lib/platform/kernel/form-state";

const short = [
  { name: "vatId", label: "VAT id" },
  { name: "registration", label: "Entry in the trade register" },
  { name: "email", label: "Email for questions about invoices" },
  { name: "phone", label: "Telephone" },
  { name: "bankName", label: "Bank" },
  { name: "iban", label: "IBAN" },
  { name: "bic", label: "BIC" },
] as const;

/** What invoices say of the seller. */
export function SellerForm({ seller, action }: { seller: SellerDetails | null; action: FormAction }) {
  return (
    <OperationForm
      action={action}
      hidden={{ version: seller?.version ?? 0 }}
      submitLabel="Save"
      pendingLabel="Saving…"
      doneMessage="Saved."
      label="Seller"
    >
      <Field name="name" label="Company" required>
        <Input defaultValue={seller?.name} autoComplete="off" />
      </Field>
      <Field name="address" label="Address" required hint="One line a line, without the country.">
        <Textarea rows={3} defaultValue={seller?.lines.join("\n")} />
      </Field>
      <Field name="country" label="Country" required hint="It decides whose tax an invoice carries.">
        <Select
          options={countriesByName("en-GB").map(({ code, name }) => ({ value: code, label: name }))}
          placeholder="Choose a country"
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
