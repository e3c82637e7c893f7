import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { formatMoney } from "@/lib/platform/kernel/format-money";
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
      submitLabel={total ? `Order for ${formatMoney(total.amountMinor, total.currency, locale)}` : "Place order"}
      pendingLabel="Placing order…"
      cancelHref={backHref}
      cancelLabel="Edit order"
    >
      <Field name="note" label="Order note" hint="Anything we should know before we set up the service.">
        <Textarea rows={3} />
      </Field>
    </OperationForm>
  );
}
