import { OperationForm } from "@/components/ui/operation-form";
import { RadioGroup } from "@/components/ui/radio-group";
import type { Refundable } from "@/lib/billing/payments/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import type { Money } from "@/lib/platform/kernel/money";
import { typedOf } from "@/lib/platform/kernel/typed-amount";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { AmountField } from "./amount-field";
import { Consequences } from "./consequences";
import { ReasonField } from "./reason-field";

export type RefundFormProps = {
  payment: Refundable;
  action: FormAction;
  idempotencyKey: string;
  cancelHref: string;
  format: ViewerFormat;
};

/** Pays a customer's money back the way it came. */
export function RefundForm({ payment, action, idempotencyKey, cancelHref, format }: RefundFormProps) {
  const { id, version, method, byHand, fromCredit, fromInvoices, invoices } = payment;
  const write = ({ amountMinor, currency }: Money) => formatMoney(amountMinor, currency, format.locale);
  const numbers = new Intl.ListFormat("en").format(invoices.map(({ number }) => number));
  const hasCredit = fromCredit.amountMinor > 0;
  const most = hasCredit ? fromCredit : fromInvoices;
  return (
    <OperationForm
      action={action}
      hidden={{ paymentId: id, version }}
      idempotencyKey={idempotencyKey}
      submitLabel="Pay it back"
      submitVariant="danger"
      pendingLabel="Paying back…"
      cancelHref={cancelHref}
      label="Refund"
    >
      <Consequences
        danger
        items={[
          {
            key: "way",
            text: byHand
              ? "The books say so at once. Make the transfer to the customer at the bank yourself."
              : `The money goes back to ${method} at once, and cannot be called back.`,
          },
          { key: "mail", text: "Those who get billing notices are told, with the reason." },
        ]}
      />
      <RadioGroup
        name="from"
        legend="Out of"
        required
        defaultValue={hasCredit ? "credit" : "invoices"}
        options={[
          {
            value: "credit",
            label: `The account's credit, ${write(fromCredit)} at most`,
            hint: "As after a credit note: no invoice changes.",
            disabled: !hasCredit,
          },
          {
            value: "invoices",
            label: `The invoices it paid, ${write(fromInvoices)} at most`,
            hint: numbers === "" ? undefined : `${numbers} will be owed again.`,
            disabled: fromInvoices.amountMinor === 0,
          },
        ]}
      />
      <AmountField hint={`In ${most.currency}`} defaultValue={typedOf(most.amountMinor, most.currency)} />
      <ReasonField told />
    </OperationForm>
  );
}
