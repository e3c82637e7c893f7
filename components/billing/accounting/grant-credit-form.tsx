import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { currencyOptions } from "@/lib/platform/kernel/currencies";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { AmountField } from "./amount-field";
import { Consequences } from "./consequences";
import { ReasonField } from "./reason-field";

export type GrantCreditFormProps = { currency: string; action: FormAction; idempotencyKey: string; cancelHref: string };

/** Goodwill, without an invoice being taken back. */
export function GrantCreditForm({ currency, action, idempotencyKey, cancelHref }: GrantCreditFormProps) {
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      submitLabel="Give the credit"
      pendingLabel="Giving…"
      cancelHref={cancelHref}
      label="Credit"
    >
      <Consequences
        items={[
          { key: "next", text: "The account's next invoices in this currency are paid from it." },
          { key: "open", text: "Invoices that are open already are not: take those back with a credit note." },
          { key: "books", text: "It comes off our revenue, without tax." },
        ]}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <AmountField />
        <Field name="currency" label="Currency" required>
          <Select options={currencyOptions} defaultValue={currency} />
        </Field>
      </div>
      <ReasonField told={false} />
    </OperationForm>
  );
}
