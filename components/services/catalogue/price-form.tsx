import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import { currencyOptions } from "@/lib/platform/kernel/currencies";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { StaffProduct } from "@/lib/services/catalogue/schema";

const terms = () => [
  { value: "month", label: t("Month") },
  { value: "year", label: t("Year") },
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
      submitLabel={t("Set price")}
      pendingLabel={t("Saving…")}
      doneMessage={t("Price set for new orders.")}
      resetOnDone
      label={t("Set a price")}
    >
      {choices.length > 0 && (
        <Field name="choiceId" label={t("For@@price")}>
          <Select options={choices} placeholder={t("The product itself")} />
        </Field>
      )}
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Field name="price" label={t("Price")} required>
          <Input inputMode="decimal" maxLength={16} autoComplete="off" />
        </Field>
        <Field name="currency" label={t("Currency")} required>
          <Select options={currencyOptions} defaultValue="EUR" />
        </Field>
        <Field name="term" label={t("Per@@price")} required>
          <Select options={terms()} defaultValue="month" />
        </Field>
        <Field name="setup" label={t("Setup fee")}>
          <Input inputMode="decimal" maxLength={16} autoComplete="off" />
        </Field>
      </div>
    </OperationForm>
  );
}
