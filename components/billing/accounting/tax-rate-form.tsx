import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { countriesByName } from "@/lib/platform/kernel/countries";
import type { FormAction } from "@/lib/platform/kernel/form-state";

/** Adds a rate from a given day; the previous rate ends that day. */
export function TaxRateForm({ today, action, cancelHref }: { today: string; action: FormAction; cancelHref: string }) {
  return (
    <OperationForm
      action={action}
      submitLabel="Add rate"
      pendingLabel="Adding…"
      cancelHref={cancelHref}
      label="New tax rate"
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="country" label="Country" required>
          <Select
            options={countriesByName("en-GB").map(({ code, name }) => ({ value: code, label: name }))}
            placeholder="Select a country"
          />
        </Field>
        <Field
          name="category"
          label="Kind"
          hint="If a country has no reduced rate, its standard rate applies to reduced lines."
          required
        >
          <Select
            options={[
              { value: "standard", label: "Standard" },
              { value: "reduced", label: "Reduced" },
            ]}
          />
        </Field>
        <Field name="name" label="Name on invoices" required>
          <Input autoComplete="off" defaultValue="VAT" />
        </Field>
        <Field name="percent" label="Rate (%)" required>
          <Input inputMode="decimal" maxLength={5} autoComplete="off" />
        </Field>
        <Field name="from" label="Valid from" required>
          <Input type="date" defaultValue={today} />
        </Field>
      </div>
    </OperationForm>
  );
}
