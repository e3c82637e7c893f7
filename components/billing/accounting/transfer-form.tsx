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
import { t } from "@/lib/platform/language/t";
import { AmountField } from "./amount-field";
import { Consequences } from "./consequences";

export type TransferFormProps = {
  desk: TransferDesk;
  /** Selected initially. */
  chosen: readonly string[];
  currency: string;
  action: FormAction;
  idempotencyKey: string;
  cancelHref: string;
  format: ViewerFormat;
};

/** Records a bank transfer as shown on the bank statement, and the invoices it pays. */
export function TransferForm(props: TransferFormProps) {
  const { desk, chosen, currency, action, idempotencyKey, cancelHref, format } = props;
  const { invoices, total } = desk;
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      submitLabel={t("Record transfer")}
      pendingLabel={t("Recording…")}
      cancelHref={cancelHref}
      label={t("Bank transfer")}
    >
      <Consequences
        items={[
          { key: "order", text: t("The invoice due first is paid first. A smaller amount pays it in part.") },
          { key: "rest", text: t("Any excess becomes account credit.") },
          { key: "mail", text: t("Everyone who receives billing notifications gets a receipt.") },
        ]}
      />
      <Fieldset
        name="invoiceIds"
        legend={t("Invoices")}
        hint={
          invoices.length < total &&
          t(
            "These are the first due of {total} open invoices. For any other invoice, record the transfer from its own page.",
            { total },
          )
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
              hint={
                invoice.dueAt
                  ? t("Due {date}", { date: formatDateTime(new Date(invoice.dueAt), "date", format) })
                  : undefined
              }
            />
          ))}
        </div>
      </Fieldset>
      <div className="grid gap-3 sm:grid-cols-2">
        <AmountField label={t("Amount received")} />
        <Field name="currency" label={t("Currency")} required>
          <Select options={currencyOptions} defaultValue={currency} />
        </Field>
      </div>
      <Field
        name="reference"
        label={t("Bank reference")}
        required
        hint={t("From the bank statement. Each transfer can be recorded only once.")}
      >
        <Input autoComplete="off" />
      </Field>
    </OperationForm>
  );
}
