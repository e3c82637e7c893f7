import { Text, View } from "@react-pdf/renderer";
import type { Money } from "@/lib/platform/kernel/money";
import { style } from "./style";
import { writeMoney } from "./write";

interface SumRowProps {
  readonly label: string;
  readonly value: Money;
  /** Takes the amount off. */
  readonly less?: boolean;
  readonly grand?: boolean;
}

/** One line below a table of amounts. */
export function SumRow({ label, value, less, grand }: SumRowProps) {
  const shown = less ? { ...value, amountMinor: -value.amountMinor } : value;
  return (
    <View style={grand ? [style.total, style.grand] : style.total}>
      <Text style={grand ? {} : [style.soft, style.totalLabel]}>{label}</Text>
      <Text style={style.sum}>{writeMoney(shown)}</Text>
    </View>
  );
}
