import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ManagedInvoice } from "@/lib/billing/invoices/schema";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

export type CreditLineFieldProps = { line: ManagedInvoice["lines"][number]; index: number; format: ViewerFormat };

/** The amount to credit on one invoice line. */
export function CreditLineField({ line: { id, description, left }, index, format }: CreditLineFieldProps) {
  const most = formatMoney(left.amountMinor, left.currency, format.locale);
  return (
    <div>
      <input type="hidden" name={`lines.${index}.lineId`} value={id} />
      <Field
        name={`lines.${index}.amount`}
        label={description}
        hint={left.amountMinor === 0 ? t("Already credited in full.") : t("Up to {amount}", { amount: most })}
      >
        <Input
          inputMode="decimal"
          autoComplete="off"
          maxLength={16}
          disabled={left.amountMinor === 0}
          className="max-w-40 tabular-nums"
        />
      </Field>
    </div>
  );
}
