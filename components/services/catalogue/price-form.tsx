import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { currencyOptions } from "@/lib/platform/kernel/currencies";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { StaffProduct } from "@/lib/services/catalogue/schema";

const terms = [
  { value: "month", label: "Month" },
  { value: "year", label: "Year" },
];

export type PriceFormProps = { product: StaffProduct; action: FormAction };

/** Sets a price of the product, or what one of its choices adds. */
export function PriceForm({ product, action }: PriceFormProps) {
  const choices = product.options
    .filter(({ archived }) => !archived)
    .flatMap((option) =>
      option.choices
        .filter(({ archived }) => !archived)
        .map((choice) => ({ value: choice.id, label: `${option.name}: ${choice.name}` })),
    );
  return (
    <OperationForm
      action={action}
      hidden={{ productId: product.id }}
      submitLabel="Set price"
      pendingLabel="Saving…"
      doneMessage="Price set for new orders."
      resetOnDone
      label="Set a price"
    >
      {choices.length > 0 && (
        <Field name="choiceId" label="For">
          <Select options={choices} placeholder="The product itself" />
        </Field>
      )}
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Field name="price" label="Price" required>
          <Input inputMode="decimal" maxLength={16} autoComplete="off" />
        </Field>
        <Field name="currency" label="Currency" required>
          <Select options={currencyOptions} defaultValue="EUR" />
        </Field>
        <Field name="term" label="Per" required>
          <Select options={terms} defaultValue="month" />
        </Field>
        <Field name="setup" label="Setup fee">
          <Input inputMode="decimal" maxLength={16} autoComplete="off" />
        </Field>
      </div>
    </OperationForm>
  );
}
