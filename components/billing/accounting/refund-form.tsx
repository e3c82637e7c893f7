import { OperationForm } from "@/components/ui/operation-form";
import { RadioGroup } from "@/components/ui/radio-group";
import type { Refundable } from "@/lib/billing/payments/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { listed } from "@/lib/platform/kernel/listed";
import type { Money } from "@/lib/platform/kernel/money";
import { typedOf } from "@/lib/platform/kernel/typed-amount";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
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

/** Refunds a payment to the method it was made with. */
export function RefundForm({ payment, action, idempotencyKey, cancelHref, format }: RefundFormProps) {
  const { id, version, method, byHand, fromCredit, fromInvoices, invoices } = payment;
  const write = ({ amountMinor, currency }: Money) => formatMoney(amountMinor, currency, format.locale);
  const numbers = listed(invoices.map(({ number }) => number));
  const hasCredit = fromCredit.amountMinor > 0;
  const most = hasCredit ? fromCredit : fromInvoices;
  return (
    <OperationForm
      action={action}
      hidden={{ paymentId: id, version }}
      idempotencyKey={idempotencyKey}
      submitLabel={t("Issue refund")}
      submitVariant="danger"
      pendingLabel={t("Refunding…")}
      cancelHref={cancelHref}
      label={t("Refund")}
    >
      <Consequences
        danger
        items={[
          {
            key: "way",
            text: byHand
              ? t("The refund is booked now. Transfer the money to the customer at the bank yourself.")
              : t("The money is sent back to {method} right away. This can't be undone.", {
                  method: method,
                }),
          },
          { key: "mail", text: t("Everyone who receives billing notifications is told, with the reason.") },
        ]}
      />
      <RadioGroup
        name="from"
        legend={t("Refund from")}
        required
        defaultValue={hasCredit ? "credit" : "invoices"}
        options={[
          {
            value: "credit",
            label: t("Account credit, up to {amount}", { amount: write(fromCredit) }),
            hint: t("Use this after a credit note. No invoice changes."),
            disabled: !hasCredit,
          },
          {
            value: "invoices",
            label: t("The invoices it paid, up to {amount}", { amount: write(fromInvoices) }),
            hint: numbers === "" ? undefined : t("{numbers} will be due again.", { numbers }),
            disabled: fromInvoices.amountMinor === 0,
          },
        ]}
      />
      <AmountField
        hint={t("In {currency}", { currency: most.currency })}
        defaultValue={typedOf(most.amountMinor, most.currency)}
      />
      <ReasonField shownToCustomer />
    </OperationForm>
  );
}
