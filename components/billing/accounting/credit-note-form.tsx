import { Money } from "@/components/ui/money";
import { OperationForm } from "@/components/ui/operation-form";
import { RadioGroup } from "@/components/ui/radio-group";
import type { ManagedInvoice } from "@/lib/billing/invoices/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
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

/** Credits the rest of an invoice, or amounts of selected lines. */
export function CreditNoteForm({ invoice, action, idempotencyKey, cancelHref, format }: CreditNoteFormProps) {
  const { id, version, due, creditable, lines } = invoice;
  const whole = formatMoney(creditable.amountMinor, creditable.currency, format.locale);
  return (
    <OperationForm
      action={action}
      hidden={{ invoiceId: id, version }}
      idempotencyKey={idempotencyKey}
      submitLabel={t("Issue credit note")}
      pendingLabel={t("Issuing…")}
      cancelHref={cancelHref}
      label={t("Credit note")}
    >
      <Consequences
        items={[
          {
            key: "due",
            text: (
              <>
                {rich(
                  "It reduces the amount due, {amount}, first. Any excess becomes account credit for future invoices.",
                  { amount: <Money value={due} format={format} /> },
                )}
              </>
            ),
          },
          { key: "tax", text: t("Tax is credited at the invoice's rates.") },
          {
            key: "final",
            text: t("It gets its own number and can't be changed. Everyone who receives invoices is notified."),
          },
        ]}
      />
      <RadioGroup
        name="extent"
        legend={t("Amount to credit")}
        defaultValue="whole"
        required
        options={[
          { value: "whole", label: t("Remaining amount: {amount} including tax", { amount: whole }) },
          { value: "lines", label: t("Selected lines, excluding tax") },
        ]}
      />
      {lines.map((line, index) => (
        <CreditLineField key={line.id} line={line} index={index} format={format} />
      ))}
      <ReasonField shownToCustomer />
    </OperationForm>
  );
}
