import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/kernel/form-state";
import { formatMoney } from "@/lib/kernel/format-money";
import { type Product, serviceLocation } from "@/lib/services/schema";

export type OrderFormProps = {
  product: Product;
  action: FormAction;
  idempotencyKey: string;
  backHref: string;
  locale: string;
};

/** The last step: the button itself says what it commits to. */
export function OrderForm({ product, action, idempotencyKey, backHref, locale }: OrderFormProps) {
  const { id, price } = product;
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      hidden={{ productId: id, priceSeen: price?.amountMinor }}
      submitLabel={
        price
          ? `Order for ${formatMoney(price.amountMinor, price.currency, locale)} a ${price.interval} plus tax`
          : "Place the order"
      }
      pendingLabel="Placing the order…"
      cancelHref={backHref}
      cancelLabel="Choose another product"
    >
      <Field
        name="name"
        label="Name"
        required
        hint="What you and your colleagues will know it by, such as a host name."
      >
        <Input maxLength={120} autoComplete="off" spellCheck={false} />
      </Field>
      <Field name="location" label="Location" required hint="Global is for domains, certificates and plans.">
        <Select
          placeholder="Choose a location"
          options={serviceLocation.options.map((value) => ({ value, label: value }))}
        />
      </Field>
      <Field name="note" label="Note to us" hint="Anything we should know when we set it up.">
        <Textarea maxLength={1000} rows={3} />
      </Field>
    </OperationForm>
  );
}
