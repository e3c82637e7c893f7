import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { t } from "@/lib/platform/language/t";

export type AmountFieldProps = { name?: string; label?: string; hint?: string; defaultValue?: string };

/** An amount as typed by the user: decimals, no currency sign. */
export function AmountField({ name = "amount", label = t("Amount"), hint, defaultValue }: AmountFieldProps) {
  return (
    <Field name={name} label={label} required hint={hint}>
      <Input
        inputMode="decimal"
        autoComplete="off"
        maxLength={17}
        defaultValue={defaultValue}
        className="tabular-nums"
      />
    </Field>
  );
}
