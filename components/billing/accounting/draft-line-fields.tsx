import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ManagedInvoice } from "@/lib/billing/invoices/schema";
import { typedOf } from "@/lib/platform/kernel/typed-amount";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

const taxCategories = [
  { value: "standard", label: msg("Standard rate") },
  { value: "reduced", label: msg("Reduced rate (standard if the country has none)") },
  { value: "none", label: msg("No tax") },
];

export type DraftLineFieldsProps = { index: number; line: ManagedInvoice["lines"][number] | undefined };

/** One line of a manual invoice. Empty lines are ignored. */
export function DraftLineFields({ index, line }: DraftLineFieldsProps) {
  const at = `lines.${index}`;
  const number = index + 1;
  const required = index === 0;
  return (
    <fieldset className="grid grid-cols-2 gap-3 border-t border-line pt-3 sm:grid-cols-[minmax(0,1fr)_5rem_8rem_9rem]">
      <legend className="sr-only">{t("Line {number}", { number })}</legend>
      <Field
        name={`${at}.description`}
        label={t("Line {number}", { number })}
        required={required}
        className="col-span-2 sm:col-span-1"
      >
        <Input autoComplete="off" required={false} defaultValue={line?.description} />
      </Field>
      <Field name={`${at}.quantity`} label={t("Quantity")} required>
        <Input inputMode="numeric" autoComplete="off" maxLength={6} defaultValue={line?.quantity ?? 1} />
      </Field>
      <Field name={`${at}.unit`} label={t("Unit price")} required={required}>
        <Input
          inputMode="decimal"
          autoComplete="off"
          maxLength={16}
          required={false}
          defaultValue={line && typedUnit(line.unit)}
        />
      </Field>
      <Field name={`${at}.taxCategory`} label={t("Tax")} required className="col-span-2 sm:col-span-1">
        <Select
          options={taxCategories.map(({ value, label }) => ({ value, label: t(label) }))}
          defaultValue={line?.taxCategory ?? "standard"}
        />
      </Field>
    </fieldset>
  );
}

const typedUnit = ({ amountMinor, currency }: { amountMinor: number; currency: string }): string =>
  `${amountMinor < 0 ? "-" : ""}${typedOf(Math.abs(amountMinor), currency)}`;
