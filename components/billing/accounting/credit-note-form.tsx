import { Money } from "@/components/ui/money";
import { OperationForm } from "@/components/ui/operation-form";
import { RadioGroup } from "@/components/ui/radio-group";
import type { ManagedInvoice } from "@/lib/billing/invoices/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { Consequences } from "./consequences";
import { CreditLineField } from "./credit-line-field";
import { ReasonField } from "./reason-field";

export type CreditNoteFormProps = {
  invoice: ManagedInvoice;
  action: FormAction;
  idempotencyKey: string;
  cancelHref: string;
  format: ViewerFormat;
};

/** Takes back all that is left of an invoice, or amounts of chosen lines. */
export function CreditNoteForm({ invoice, action, idempotencyKey, cancelHref, format }: CreditNoteFormProps) {
  const { id, version, due, creditable, lines } = invoice;
  const whole = formatMoney(creditable.amountMinor, creditable.currency, format.locale);
  return (
    <OperationForm
      action={action}
      hidden={{ invoiceId: id, version }}
      idempotencyKey={idempotencyKey}
      submitLabel="Issue the credit note"
      pendingLabel="Issuing…"
      cancelHref={cancelHref}
      label="Credit note"
    >
      <Consequences
        items={[
          {
            key: "due",
            text: (
              <>
                First it lowers what is still due, <Money value={due} format={format} />. What goes beyond that becomes
                credit of the account and pays its next invoices.
              </>
            ),
          },
          { key: "tax", text: "Tax is taken back at the rates of the invoice." },
          {
            key: "final",
            text: "It gets a number of its own and cannot be changed. Those who receive invoices are told.",
          },
        ]}
      />
      <RadioGroup
        name="extent"
        legend="What is taken back"
        defaultValue="whole"
        required
        options={[
          { value: "whole", label: `All that is left: ${whole} with tax` },
          { value: "lines", label: "Amounts of these lines, without tax" },
        ]}
      />
      {lines.map((line, index) => (
        <CreditLineField key={line.id} line={line} index={index} format={format} />
      ))}
      <ReasonField told />
    </OperationForm>
  );
}
