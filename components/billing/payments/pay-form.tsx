import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextLink } from "@/components/ui/text-link";
import type { PaymentPreview } from "@/lib/billing/payments/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { typedOf } from "@/lib/platform/kernel/typed-amount";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { InvoiceInputs } from "./invoice-inputs";

export type PayFormProps = {
  preview: PaymentPreview;
  action: FormAction;
  idempotencyKey: string;
  /** Pay part of a single invoice instead of the full amount due. */
  part: boolean;
  /** Whether account credit is applied first. */
  useCredit: boolean;
  /** The same page for the other choice (full or partial); omitted if there is none. */
  otherHref?: string;
  cancelHref: string;
  format: ViewerFormat;
};

/** Takes the payment in one tap: the button shows the amount, and a method is preselected. */
export function PayForm({
  preview,
  action,
  idempotencyKey,
  part,
  useCredit,
  otherHref,
  cancelHref,
  format,
}: PayFormProps) {
  const { invoices, methods, total, credit } = preview;
  const charged = total.amountMinor - (useCredit ? (credit?.amountMinor ?? 0) : 0);
  const sum = formatMoney(charged, total.currency, format.locale);
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      hidden={{
        totalSeen: total.amountMinor,
        ...(useCredit && { useCredit: "true", creditSeen: credit?.amountMinor }),
      }}
      submitLabel={part ? "Pay this amount" : charged === 0 ? "Pay with account credit" : `Pay ${sum}`}
      submitIcon={<Icon name="lock" />}
      submitSize="lg"
      pendingLabel="Paying…"
      wideSubmit
      cancelHref={cancelHref}
      label="Pay"
    >
      <InvoiceInputs ids={invoices.map(({ id }) => id)} />
      {charged === 0 ? null : methods.length > 0 ? (
        <RadioGroup
          name="methodId"
          legend="Pay with"
          required
          defaultValue={methods[0]?.id}
          options={methods.map((method) => ({
            value: method.id,
            label: method.isDefault ? `${method.label} (default)` : method.label,
            hint: hintOf(method),
          }))}
        />
      ) : (
        <p className="text-ink-soft">The account's default payment method will be charged.</p>
      )}
      {part && (
        <Field name="amount" label={`Amount in ${total.currency}`} required hint={`Up to ${sum}.`}>
          <Input inputMode="decimal" autoComplete="off" defaultValue={typedOf(total.amountMinor, total.currency)} />
        </Field>
      )}
      {otherHref && (
        <p className="text-sm">
          <TextLink href={otherHref}>{part ? "Pay the full amount" : "Pay a different amount"}</TextLink>
        </p>
      )}
    </OperationForm>
  );
}

/** Tells two cards with the same last digits apart: a renewed card often keeps them. */
function hintOf({ kind, expMonth, expYear }: PaymentPreview["methods"][number]): string | undefined {
  if (kind === "sepaDebit") return "Direct debit, takes several days";
  if (expMonth === null || expYear === null) return undefined;
  return `Expires ${String(expMonth).padStart(2, "0")}/${expYear}`;
}
