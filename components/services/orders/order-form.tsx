import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { t } from "@/lib/platform/language/t";
import type { OrderQuote } from "@/lib/services/orders/schema";

export type OrderFormProps = {
  quote: OrderQuote;
  /** Field names as submitted: `term`, `options.memory`, `name`, `coupon`. */
  choices: Readonly<Record<string, string>>;
  action: FormAction;
  idempotencyKey: string;
  backHref: string;
  locale: string;
};

/** The last step: the button itself states the commitment. */
export function OrderForm({ quote, choices, action, idempotencyKey, backHref, locale }: OrderFormProps) {
  const total = quote.invoice?.total;
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      hidden={{ ...choices, productId: quote.product.id, totalSeen: total?.amountMinor }}
      submitLabel={
        total
          ? t("Order for {amount}", { amount: formatMoney(total.amountMinor, total.currency, locale) })
          : t("Place order")
      }
      pendingLabel={t("Placing order…")}
      cancelHref={backHref}
      cancelLabel={t("Edit order")}
    >
      <Field name="note" label={t("Order note")} hint={t("Anything we should know before we set up the service.")}>
        <Textarea rows={3} />
      </Field>
    </OperationForm>
  );
}
