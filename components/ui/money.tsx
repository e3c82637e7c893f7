import { formatMoney } from "@/lib/platform/kernel/format-money";
import type { Money as Amount } from "@/lib/platform/kernel/money";
import { defaultFormat, type ViewerFormat } from "@/lib/platform/kernel/viewer-format";

export type MoneyProps = { value: Amount; format?: Pick<ViewerFormat, "locale"> };

/** An amount in tabular figures. A debt is not red: colour is reserved for states. */
export function Money({ value, format = defaultFormat }: MoneyProps) {
  return (
    <data value={`${value.amountMinor} ${value.currency}`}>
      {formatMoney(value.amountMinor, value.currency, format.locale)}
    </data>
  );
}
