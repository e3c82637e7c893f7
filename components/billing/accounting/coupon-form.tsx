import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { currencyOptions } from "@/lib/platform/kernel/currencies";
import type { FormAction } from "@/lib/platform/kernel/form-state";

/** Creates a coupon. */
export function CouponForm({ action }: { action: FormAction }) {
  return (
    <OperationForm
      action={action}
      submitLabel="Create coupon"
      pendingLabel="Creating…"
      doneMessage="Coupon created."
      resetOnDone
      label="New coupon"
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="code" label="Code" required hint="The code customers enter.">
          <Input maxLength={30} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        </Field>
        <Field name="name" label="Name on invoices" required>
          <Input autoComplete="off" />
        </Field>
        <Field name="kind" label="Discount type" required>
          <Select
            options={[
              { value: "percent", label: "Percentage" },
              { value: "amount", label: "Fixed amount" },
            ]}
          />
        </Field>
        <Field name="value" label="Percentage or amount" required>
          <Input inputMode="decimal" maxLength={17} autoComplete="off" />
        </Field>
        <Field name="currency" label="Currency">
          <Select options={currencyOptions} placeholder="Only for a fixed amount" />
        </Field>
        <Field name="invoices" label="Number of invoices" hint="Leave empty to discount all future invoices.">
          <Input inputMode="numeric" maxLength={3} autoComplete="off" defaultValue="1" />
        </Field>
        <Field name="lastDay" label="Expires" hint="Last valid day. Leave empty for no expiry date.">
          <Input type="date" />
        </Field>
        <Field name="maxUses" label="Redemption limit" hint="Maximum number of accounts. Leave empty for no limit.">
          <Input inputMode="numeric" maxLength={7} autoComplete="off" />
        </Field>
      </div>
    </OperationForm>
  );
}
