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
import { t } from "@/lib/platform/language/t";
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
      submitLabel={
        part ? t("Pay this amount") : charged === 0 ? t("Pay with account credit") : t("Pay {amount}", { amount: sum })
      }
      submitIcon={<Icon name="lock" />}
      submitSize="lg"
      pendingLabel={t("Paying…")}
      wideSubmit
      cancelHref={cancelHref}
      label={t("Pay")}
    >
      <InvoiceInputs ids={invoices.map(({ id }) => id)} />
      {charged === 0 ? null : methods.length > 0 ? (
        <RadioGroup
          name="methodId"
          legend={t("Pay with")}
          required
          defaultValue={methods[0]?.id}
          options={methods.map((method) => ({
            value: method.id,
            label: method.isDefault ? t("{method} (default)", { method: method.label }) : method.label,
            hint: hintOf(method),
          }))}
        />
      ) : (
        <p className="text-ink-soft">{t("The account's default payment method will be charged.")}</p>
      )}
      {part && (
        <Field
          name="amount"
          label={t("Amount in {currency}", { currency: total.currency })}
          required
          hint={t("Up to {amount}.", { amount: sum })}
        >
          <Input inputMode="decimal" autoComplete="off" defaultValue={typedOf(total.amountMinor, total.currency)} />
        </Field>
      )}
      {otherHref && (
        <p className="text-sm">
          <TextLink href={otherHref}>{part ? t("Pay the full amount") : t("Pay a different amount")}</TextLink>
        </p>
      )}
    </OperationForm>
  );
}

/** Tells two cards with the same last digits apart: a renewed card often keeps them. */
function hintOf({ kind, expMonth, expYear }: PaymentPreview["methods"][number]): string | undefined {
  if (kind === "sepaDebit") return t("Direct debit, takes several days");
  if (expMonth === null || expYear === null) return undefined;
  return t("Expires {month}/{year}", { month: String(expMonth).padStart(2, "0"), year: String(expYear) });
}
