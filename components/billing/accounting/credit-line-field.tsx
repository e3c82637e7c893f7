import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ManagedInvoice } from "@/lib/billing/invoices/schema";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

export type CreditLineFieldProps = { line: ManagedInvoice["lines"][number]; index: number; format: ViewerFormat };

/** What of one line is taken back. */
export function CreditLineField({ line: { id, description, left }, index, format }: CreditLineFieldProps) {
  const most = formatMoney(left.amountMinor, left.currency, format.locale);
  return (
    <div>
      <input type="hidden" name={`lines.${index}.lineId`} value={id} />
      <Field
        name={`lines.${index}.amount`}
        label={description}
        hint={left.amountMinor === 0 ? "Nothing of it is left." : `${most} at most`}
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
