import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import type { TransferDesk } from "@/lib/billing/payments/schema";
import { currencyOptions } from "@/lib/platform/kernel/currencies";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { AmountField } from "./amount-field";
import { Consequences } from "./consequences";

export type TransferFormProps = {
  desk: TransferDesk;
  /** Ticked from the start. */
  chosen: readonly string[];
  currency: string;
  action: FormAction;
  idempotencyKey: string;
  cancelHref: string;
  format: ViewerFormat;
};

/** A bank transfer as it stands on the statement, and what it was for. */
export function TransferForm(props: TransferFormProps) {
  const { desk, chosen, currency, action, idempotencyKey, cancelHref, format } = props;
  const { invoices, total } = desk;
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      submitLabel="Record the transfer"
      pendingLabel="Recording…"
      cancelHref={cancelHref}
      label="Bank transfer"
    >
      <Consequences
        items={[
          { key: "order", text: "The invoice that is due first is paid first; a smaller transfer pays it in part." },
          { key: "rest", text: "What the chosen invoices do not need becomes credit of the account." },
          { key: "mail", text: "Those who get billing notices receive a receipt." },
        ]}
      />
      <Fieldset
        name="invoiceIds"
        legend="For"
        hint={
          invoices.length < total &&
          `Of ${total} open invoices these are due first. For another one, record the transfer from its own page.`
        }
      >
        <div className="flex max-h-96 flex-col gap-1.5 overflow-y-auto">
          {invoices.map((invoice) => (
            <Checkbox
              key={invoice.id}
              name="invoiceIds"
              value={invoice.id}
              defaultChecked={chosen.includes(invoice.id)}
              label={`${invoice.number}: ${formatMoney(invoice.due.amountMinor, invoice.due.currency, format.locale)}`}
              hint={invoice.dueAt ? `Due ${formatDateTime(new Date(invoice.dueAt), "date", format)}` : undefined}
            />
          ))}
        </div>
      </Fieldset>
      <div className="grid gap-3 sm:grid-cols-2">
        <AmountField label="Amount received" />
        <Field name="currency" label="Currency" required>
          <Select options={currencyOptions} defaultValue={currency} />
        </Field>
      </div>
      <Field
        name="reference"
        label="Reference of the bank"
        required
        hint="From the statement. The same transfer cannot be recorded twice."
      >
        <Input autoComplete="off" />
      </Field>
    </OperationForm>
  );
}
