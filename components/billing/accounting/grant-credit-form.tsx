import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { currencyOptions } from "@/lib/platform/kernel/currencies";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { AmountField } from "./amount-field";
import { Consequences } from "./consequences";
import { ReasonField } from "./reason-field";

export type GrantCreditFormProps = { currency: string; action: FormAction; idempotencyKey: string; cancelHref: string };

/** Goodwill credit that isn't tied to an invoice. */
export function GrantCreditForm({ currency, action, idempotencyKey, cancelHref }: GrantCreditFormProps) {
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      submitLabel={t("Grant credit")}
      pendingLabel={t("Granting…")}
      cancelHref={cancelHref}
      label={t("Account credit")}
    >
      <Consequences
        items={[
          { key: "next", text: t("It is applied to the account's next invoices in this currency.") },
          { key: "open", text: t("Open invoices don't change. The customer can apply the credit when paying them.") },
          { key: "books", text: t("It reduces revenue, excluding tax.") },
        ]}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <AmountField />
        <Field name="currency" label={t("Currency")} required>
          <Select options={currencyOptions} defaultValue={currency} />
        </Field>
      </div>
      <ReasonField shownToCustomer={false} />
    </OperationForm>
  );
}
