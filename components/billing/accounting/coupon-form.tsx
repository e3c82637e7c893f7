import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { currencyOptions } from "@/lib/platform/kernel/currencies";
import type { FormAction } from "@/lib/platform/kernel/form-state";

/** A new coupon. */
export function CouponForm({ action }: { action: FormAction }) {
  return (
    <OperationForm
      action={action}
      submitLabel="Create the coupon"
      pendingLabel="Creating…"
      doneMessage="The coupon is created."
      resetOnDone
      label="New coupon"
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="code" label="Code" required hint="What customers type.">
          <Input maxLength={30} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        </Field>
        <Field name="name" label="Name on invoices" required>
          <Input autoComplete="off" />
        </Field>
        <Field name="kind" label="Takes off" required>
          <Select
            options={[
              { value: "percent", label: "a share, in percent" },
              { value: "amount", label: "an amount" },
            ]}
          />
        </Field>
        <Field name="value" label="Percent or amount" required>
          <Input inputMode="decimal" maxLength={17} autoComplete="off" />
        </Field>
        <Field name="currency" label="Currency of the amount">
          <Select options={currencyOptions} placeholder="None: a share" />
        </Field>
        <Field name="invoices" label="Invoices it lowers" hint="Empty: all that come.">
          <Input inputMode="numeric" maxLength={3} autoComplete="off" defaultValue="1" />
        </Field>
        <Field name="lastDay" label="Last day" hint="Empty: until it is ended.">
          <Input type="date" />
        </Field>
        <Field name="maxUses" label="How many accounts" hint="Empty: any number.">
          <Input inputMode="numeric" maxLength={7} autoComplete="off" />
        </Field>
      </div>
    </OperationForm>
  );
}
